### 다른 곳에 옮기는 것: 배지, 카드, 틀, 인용

share = 공유
share-this = 이 숫자를 공유하거나 다른 곳에 넣기
share-frame = 프레임으로 넣기: 일수가 계속 늘어나며, 아무도 확인하지 않으면 멈춘다
share-markdown = 배지로 넣기(마크다운)
share-html = 배지로 넣기(HTML)
share-quotation = 날짜를 적은 인용문: 이 사이트가 없어도 그대로 남는다
titled = { $title }: { $what }
badge-says-published = { $date } 공개
badge-says-published-after = { $date } 공개({ $days } 만)
badge-says-published-after-start = { $date } 공개({ $start } 이후 { $days } 만)
badge-says-closed = { $date } 보고서 없이 종결
badge-says-closed-after = { $date } 보고서 없이 종결({ $days } 만)
badge-says-closed-after-start = { $date } 보고서 없이 종결({ $start } 이후 { $days } 만)
badge-says-confidential = 제출 내용 비공개, { $as_of }
badge-says-unchecked-since = { $date } 이후 확인 없음, { $as_of }
badge-says-uncounted = 일수 세지 않음, { $as_of }
badge-says-days = { $days }, { $as_of }
badge-says-unchecked = { $what }; { $days }, { $as_of }
badge-says-paused = 그중 { $days } 정지
sum-card-waiting = { $unit }간 { $document } 없음
sum-card-waiting-from = { $unit }간 { $document }({ $from }) 없음
sum-card-unchecked = { $unit } 경과({ $start } 이후). { $document } 공개 여부 확인 안 됨
sum-card-unchecked-from = { $unit } 경과({ $start } 이후). { $document }({ $from }) 공개 여부 확인 안 됨
sum-card-until-by =
    { $many ->
       *[other] { $unit } 만에 { $document } 공개({ $by })
    }
sum-card-until = { $unit } 만에 { $document } 공개
sum-card-closed = { $unit } 만에 { $document } 대기 종결, 공개 문서 없음
sum-card-closed-from = { $unit } 만에 { $document }({ $from }) 대기 종결, 공개 문서 없음
