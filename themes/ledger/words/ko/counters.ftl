## 계수기 문장. 큰 숫자 뒤에는 단위만 오도록, 날짜와 이름은 모두 숫자 앞에 둔다.

sum-waiting = { $as_of } { $about }{ $document } 없이 { $days }
sum-waiting-from = { $as_of } { $about }{ $document }({ $from }) 없이 { $days }
sum-sentence = { $sum }.
sum-and-paused = { $sum }.
sum-paused = 그중 기한이 정지된 기간 { $days }.
sum-until-by =
    { $many ->
       *[other] { $about }{ $document } 공개({ $date }, { $by })까지 { $days }.
    }
sum-until = { $about }{ $document } 공개({ $date })까지 { $days }.
sum-published-by =
    { $many ->
       *[other] { $about }{ $document } 공개({ $date }, { $by }).
    }
sum-published = { $about }{ $document } 공개({ $date }).
sum-closed = { $about }{ $document } 대기가 공개 문서 없이 종결된 { $date }까지 { $days }.
sum-closed-from = { $about }{ $document }({ $from }) 대기가 공개 문서 없이 종결된 { $date }까지 { $days }.
sum-closed-uncounted = { $about }{ $document } 대기는 { $date } 공개 문서 없이 종결되었다.
sum-closed-uncounted-from = { $about }{ $document }({ $from }) 대기는 { $date } 공개 문서 없이 종결되었다.
sum-confidential = { $about }{ $document }. { $why }
sum-confidential-from = { $about }{ $document }({ $from }). { $why }
sum-uncounted = { $about }{ $document } 대기 일수는 세지 않음: { $why }.
sum-uncounted-from = { $about }{ $document }({ $from }) 대기 일수는 세지 않음: { $why }.
sum-unchecked = { $age }. 여기에는 { $none } 기록이 없고, 찾아본 기록도 없다.
sum-unchecked-from = { $age }. 여기에는 { $none }({ $from }) 기록이 없고, 찾아본 기록도 없다.
sum-unchecked-away = { $age }. { $site }에는 { $none } 기록이 없고, 찾아본 기록도 없다.
sum-unchecked-away-from = { $age }. { $site }에는 { $none }({ $from }) 기록이 없고, 찾아본 기록도 없다.
sum-about = ‘{ $title }’ 관련{ " " }
days-after = { $start } 이후 { $days }
days-from = { $start }부터 { $days }
days-since = { $start } 이후 { $days }
as-of = { $date } 기준
age-dated = { $as_of } { $age }
proof-handed-over = 공개 전 { $date } 제출.
proof-withdrawn = { $date } 웹에서 내려감.
proof-reason = 밝힌 이유: { $why }
proof-delivered = { $date } 제출, 비공개:
proof-paused = 정지 이유:
proof-looked-at = 찾아본 곳: { $places }.
places-on-host = { $host }({ $n }쪽)
proof-never-missed = 외부에서 확인할 수 없는 기한은 어긴 것으로 보지 않는다.
how-counted = 계산 방법
how-counted-more = 이 대기를 세는 방법
how-counted-and-looked = 이 대기를 세는 방법과 찾아본 곳
rules-of-counting = 계산 규칙

## 본문 속 계수기

prose-days-on = { $date } 기준 { $days }
prose-had-not-begun = 시작되지 않았던 계산
prose-not-begun = 시작되지 않은 계산
prose-future = 아직 오지 않은 날의 계산
prose-cannot = 할 수 없는 계산
prose-unknown-days = 알 수 없는 일수
prose-confidential = 이 규정에 따른 제출 내용은 비공개
prose-unknown-times = 알 수 없는 배수
times = { $ratio }배
ratio-title = { $date } 기준 { $long } 대 { $short }
ratio-two-days = { $on } 기준 { $long } 대 { $short_on } 기준 { $short }
ratio-beside = ({ $title })
ratio-in-full = : { $title }
