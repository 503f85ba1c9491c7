### 피드가 알리는 것

news-feed = 새 소식 피드
feed-corrections = { $site }: 정정
feed-of = { $site }: { $name }
news-published = { $document }: { $title }
news-delivered = 제출됨, 비공개: { $title }
news-withdrawn = 웹에서 내려감: { $title }
news-passed-hard = ‘{ $title }’ 관련 { $document }: 법정 기한 지남
news-passed-soft = ‘{ $title }’ 관련 { $document }: 목표일 지남
news-passed-promise = ‘{ $title }’ 관련 { $document }: 약속 기한 지남
news-correction = 정정: { $title }
news-published-on = 공개됨({ $date }).
news-published-by = 공개됨({ $date }). 공개한 곳: { $by }.
news-delivered-on = 제출됨({ $date }).
news-withdrawn-on = 공개된 뒤 웹에서 내려감({ $date }).
news-was-due-hard = { $document }: 법정 기한 { $date }. 그때까지 찾은 문서 없음.
news-was-due-soft = { $document }: 목표일 { $date }. 그때까지 찾은 문서 없음.
news-was-due-promise = { $document }: 약속 기한 { $date }. 그때까지 찾은 문서 없음.
news-waited = { $without } { $count }
news-reached-title = ‘{ $title }’ 관련 { $waited }
news-reached = { $waited }, { $date } 기준. 그날이 끝날 때까지 찾은 문서 없음.
news-was = 이전 내용: ‘{ $was }’.
news-now = 지금 내용: ‘{ $now }’.
news-ended = ‘{ $title }’ 관련 { $document }: 기다림이 끝났다.
news-ended-after = ‘{ $title }’ 관련 { $document }: { $days } 만에 기다림이 끝났다.
