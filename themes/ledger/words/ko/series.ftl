## 되풀이해 내야 하는 문서

# Of a document that is owed again and again: the next after one that has appeared.
another = 그 뒤의 { $document }
    .a = 그 뒤의 { $document }
    .no = 그 뒤의 { $document }
# Of a document that is owed again and again: the one that appeared last.
series-start = { $date } { $the }
    .from = { $date } { $the }
badge-ended = 더 낼 의무 없음
note-ended = 더 낼 의무 없음
# A document that was owed again and again, and is no longer. `document` has a capital.
sum-ended = { $about }{ $document }: { $the } 공개({ $date })로 더 낼 의무 없음.
sum-ended-from = { $about }{ $document }({ $from }): { $the } 공개({ $date })로 더 낼 의무 없음.
series-and-missed = { $sum } { $missed }
series-missed = 다음 기한에는 찾은 문서 없음: { $dates }.
series-unrecorded = 다음 기한에는 기록이 없고, 찾아본 기록도 없음: { $dates }.
series-more = { $dates } 외 { $n }건
undated-too-often = 여기서 셀 수 있는 것보다 기한이 많음
limit-ended = 최종 문서가 나와 더 남은 기한 없음
series-limit = { $limit }, 이후 { $period }마다
series-limit-later = { $limit } · 그 뒤의 기한 { $n }개도 지남
account-day-ended = 최종 문서가 나온 날, 이후 더 낼 의무 없음
account-series = 기한
account-series-reckoned = 언제나 { $start }부터 { $period }마다
account-series-earlier = 그 전의 기한 { $n }개
account-series-due = { $due }: { $outcome }
series-kept = { $date } 나옴
series-late = { $days } 늦게 { $date } 나옴
series-none-found = 찾은 문서 없음
series-none-recorded = 기록 없음, 찾아본 기록도 없음
series-ahead = 아직 지나지 않음
news-no-longer-owed = ‘{ $title }’ 관련 { $document }: 이후 더 낼 의무 없음.
series-settled = ‘{ $title }’ 관련 { $document }: { $due } 기한의 문서.
series-settled-late = ‘{ $title }’ 관련 { $document }: { $due } 기한의 문서, { $days } 늦음.
badge-says-ended = 최종 문서 공개({ $date })로 더 낼 의무 없음
