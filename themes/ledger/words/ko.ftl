### 한국어 화면 문구. 메시지와 변수는 영어(`en.ftl`)와 같다.
###
### 이름 뒤에는 받침에 따라 달라지는 조사(은/는, 이/가, 을/를)를 쓰지 않는다. 괄호나 쌍점으로 잇는다.
### 사실은 ‘-다’로 적고, 읽는 이에게 건네는 안내는 ‘-습니다’와 ‘-세요’로 적는다. 쌍반점(;)은 쓰지 않는다.

language-name = 한국어

## 수, 날짜, 목록

number-group = ,
number-decimal = .
percent = { $number }%
month-1 = 1월
month-2 = 2월
month-3 = 3월
month-4 = 4월
month-5 = 5월
month-6 = 6월
month-7 = 7월
month-8 = 8월
month-9 = 9월
month-10 = 10월
month-11 = 11월
month-12 = 12월
weekday-1 = 월요일
weekday-2 = 화요일
weekday-3 = 수요일
weekday-4 = 목요일
weekday-5 = 금요일
weekday-6 = 토요일
weekday-7 = 일요일
date = { $year }년 { $month } { $day }일
date-first = { $year }년 { $month } { $day }일
date-month = { $year }년 { $month }
date-year = { $year }년
date-day-month = { $month } { $day }일
date-weekday = { $date } { $weekday }
time = { $hour }:{ $minute }
date-time = { $date } { $time }
weekday-time = { $day } { $time }
weekday-noon = { $day } 정오
noon-of = { $date } 정오
on-date = { $date }
in-date = { $date }
within-date = { $date } 중
list-middle = { $before }, { $next }
list-last = { $before }, { $next }
list-or = { $before } 또는 { $next }
quoted = ‘{ $text }’
sentence = { $text }.
with-note = { $what }({ $note })
unit-gap = { "" }
unit-days =
    { $n ->
       *[other] 일
    }
days = { $n }일
unit-days-many = { $days }일
at-least = 최소 { $days }
at-least-first = 최소 { $days }
at-least-word = 최소
day-number = { $n }일째
distance-today = 오늘
distance-ahead = { $n }일 후
distance-ago = { $days } 전
after = { $days } 만
after-start = { $start } 이후 { $days } 만
period-minutes = { $n }분
period-hours = { $n }시간
period-days = { $n }일
period-working-days = 영업일 { $n }일
period-weeks = { $n }주
period-months = { $n }개월
period-years = { $n }년

## 문서와 조치

document-early-warning = 조기 경보
    .a = 조기 경보
    .the = 조기 경보
    .of = 조기 경보
    .its = 조기 경보
    .without = 조기 경보
    .without-public = 공개된 조기 경보
    .no = 조기 경보
    .no-public = 공개된 조기 경보
    .from = 조기 경보
    .many = 조기 경보
document-notification = 신고서
    .a = 신고서
    .the = 신고서
    .of = 신고서
    .its = 신고서
    .without = 신고서
    .without-public = 공개된 신고서
    .no = 신고서
    .no-public = 공개된 신고서
    .from = 신고서
    .many = 신고서
document-preliminary-report = 예비 보고서
    .a = 예비 보고서
    .the = 예비 보고서
    .of = 예비 보고서
    .its = 예비 보고서
    .without = 예비 보고서
    .without-public = 공개된 예비 보고서
    .no = 예비 보고서
    .no-public = 공개된 예비 보고서
    .from = 예비 보고서
    .many = 예비 보고서
document-interim-report = 중간 보고서
    .a = 중간 보고서
    .the = 중간 보고서
    .of = 중간 보고서
    .its = 중간 보고서
    .without = 중간 보고서
    .without-public = 공개된 중간 보고서
    .no = 중간 보고서
    .no-public = 공개된 중간 보고서
    .from = 중간 보고서
    .many = 중간 보고서
document-final-report = 최종 보고서
    .a = 최종 보고서
    .the = 최종 보고서
    .of = 최종 보고서
    .its = 최종 보고서
    .without = 최종 보고서
    .without-public = 공개된 최종 보고서
    .no = 최종 보고서
    .no-public = 공개된 최종 보고서
    .from = 최종 보고서
    .many = 최종 보고서
document-investigation = 조사
document-hearing = 청문회
document-order = 명령
document-penalty = 제재
document-judgment = 판결
document-legislation = 입법
document-funding = 재정 지원
document-statement = 발표
document-commitment = 약속
another-document = 다른 문서
    .of = 다른 문서
    .from = 다른 문서
role-operator = 운영 주체
role-authority = 당국
role-investigator = 조사기관
role-court = 법원
role-legislature = 의회
role-funder = 자금 제공 기관
role-other = 기타
status-pledged = 약속함
status-in-progress = 진행 중
status-compromised = 일부만 지켜짐
status-stalled = 멈춤
status-kept = 지켜짐
status-broken = 지켜지지 않음
status-unrated = 평가 없음

## 기한의 기산점

trigger-occurred = 사고 발생
    .of = 사고 발생
    .from = 사고 발생
trigger-ended = 사고 종료
    .of = 사고 종료
    .from = 사고 종료
trigger-aware = 사고 인지
    .of = 사고 인지
    .from = 사고 인지
    .said = 사고 인지
    .said-from = 사고 인지
trigger-classified = 사고 분류
    .of = 사고 분류
    .from = 사고 분류
    .said = 사고 분류
    .said-from = 사고 분류
trigger-discovered = 사고 발견
    .of = 사고 발견
    .from = 사고 발견
    .said = 사고 발견
    .said-from = 사고 발견
trigger-notified = 사고 신고
    .of = 사고 신고
    .from = 사고 신고
    .said = 사고 신고
    .said-from = 사고 신고
trigger-start = 시작
    .of = 시작
    .from = 시작
trigger-own = ‘{ $name }’
    .of = ‘{ $name }’
    .from = ‘{ $name }’
start-date = { $date }
    .from = { $date }

## 상태. 문서가 없다는 것은 아무도 찾지 못했다는 뜻일 뿐이다.

badge-confidential = 제출 내용 비공개
badge-expired = 상태 알 수 없음
badge-stale = 최근 확인 없음
badge-waiting = 대기 중
badge-waiting-unchecked = 대기 중, 확인 안 됨
badge-published = 공개됨
badge-published-late = 늦게 공개됨
badge-published-after-target = 목표일이 지나 공개됨
badge-published-after-promise = 약속 기한이 지나 공개됨
badge-delivered = 제출됨, 비공개
badge-paused = 정지
badge-closed = 보고서 없이 종결
badge-limit-unknown = 기한 알 수 없음
badge-not-started = 시작 안 됨
badge-overdue = 기한 초과
badge-overdue-unchecked = 기한 지남, 확인 안 됨
badge-target-passed = 목표일 지남
badge-target-passed-unchecked = 목표일 지남, 확인 안 됨
badge-promise-passed = 약속 기한 지남
badge-promise-passed-unchecked = 약속 기한 지남, 확인 안 됨
confidential-delivered = 문서는 제출되었다. 이 규정에 따른 제출 내용은 비공개이며 공개할 의무가 없다.
confidential-waiting = 제출을 보여 주는 공개된 근거가 없다. 이 규정에 따른 제출 내용은 비공개다.
note-stale = 마지막 확인일 { $date } 기준
note-expired = { $date } 이후 확인 없음
note-unchecked = 확인 안 됨
note-unchecked-age = { $age }, 확인 안 됨
row-since = { $start }부터 셈
note-confidential = 제출 내용 비공개
not-begun = 계산이 아직 시작되지 않음
start-unknown = 계산을 시작할 날을 알 수 없음
proof-unchecked = 확인 기록 없음: 문서를 찾아본 날을 아무도 적어 두지 않았다.
proof-none-found = { $date } 기준 찾은 문서 없음.
lead-longest = 이 사이트에서 가장 긴 기다림
lead-checked = 이 사이트에서 최근 확인된 것 가운데 가장 긴 기다림
lead-oldest = 가장 먼저 시작된 계산. 이 사이트에서는 아직 아무것도 확인되지 않았다
document-from = { $document }({ $from })
owed-from = { $document } · { $from }
without = { $document } 없이
without-from = { $document }({ $from }) 없이
expired-incident =
    { $least ->
        [yes] 사고가 난 지 최소 { $days }일이 지났다.
       *[no] 사고가 난 지 { $days }일이 지났다.
    }
expired-count =
    { $least ->
        [yes] 이 계산이 시작된 지 최소 { $days }일이 지났다.
       *[no] 이 계산이 시작된 지 { $days }일이 지났다.
    }
expired-unknown = { $document } 공개 여부는 알 수 없다. { $date } 이후 아무도 확인하지 않았다.
expired-unknown-from = { $document }({ $from }) 공개 여부는 알 수 없다. { $date } 이후 아무도 확인하지 않았다.
closed-on = { $date } 종결: { $why }
closed-after = { $date } 종결({ $days } 만): { $why }

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

## 기한

limit = { $name }: { $limit }
limit-moved = { $name }: { $limit }(처음에는 { $first })
limit-name-provisional = { $name }(잠정)
limit-none = 기록된 기한 없음
limit-hard = 법정 기한
limit-soft = 목표일
limit-promise = 약속 기한
limit-state = { $limit } · { $state }
limit-provisional = { $limit }, 다른 문서의 기한일부터 계산
limit-undated = { $limit }(날짜를 정할 수 없음: { $why })
limit-undated-start = { $limit }({ $of_trigger } 시각을 알 수 없어 날짜를 정할 수 없음)
undated-no-time = 시간 단위 기한에는 시작 시각이 필요함
undated-too-far = 기한일이 9999년 이후임
undated-too-many-days = 건너뛸 날이 너무 많아 확인할 수 없음
undated-no-working-day = 달력에 영업일이 없음
undated-document = 기산점이 되는 문서를 기다리는 중임
due-doubtful = 빨라야 { $date }
limit-handed-later = 그 뒤에 제출됨
limit-handed-that-day = 당일 제출됨
limit-handed-before = { $days } 앞서 제출됨
limit-handed-before-at-most = { $days } 이하 앞서 제출됨
limit-passed = { $days } 전에 지남
limit-passed-that-day = 당일 지남
limit-passed-undated = 지남
limit-late = 문서는 { $days } 뒤에 나옴
limit-late-at-least = 문서는 { $days } 이상 뒤에 나옴
limit-late-that-day = 문서는 같은 날 더 늦게 나옴
limit-maybe-kept = 문서가 제때 나왔을 수 있음
limit-kept = { $days } 앞서 지켜짐
limit-kept-at-most = { $days } 이하 앞서 지켜짐
limit-kept-that-day = 당일 지켜짐
within = { $period } 이내
within-first = { $periods } 이내, 먼저 끝나는 쪽
first-of = { $periods }, 먼저 끝나는 쪽
period-from = { $from } 기준 { $period }
no-limit-known = 알려진 기한 없음
fixed-same-year = 같은 해 { $date }
fixed-next-year = 이듬해 { $date }
fixed-later = { $n }년 뒤 { $date }
repeated = { $period }, 문서가 나올 때까지 다시 { $period }씩

## 계산 내역

account-begins-with = 시작점
account-awaited-start = { $start }(기다리는 중)
account-unknown-start = { $start }(시각을 알 수 없음)
account-no-start = 시작점을 알 수 없음
account-from = 시작
account-from-day = { $date }, { $why }, 0일째. 날짜는 { $zone } 기준
account-last-possible = { $date }, 가능한 마지막 날, 0일째
account-last-possible-written = { $date }, 가능한 마지막 날({ $written }), 0일째
account-day-of = { $of } 당일
account-day-set = 계산 시작일로 정한 날
account-day-zero = { $date }, 0일째
account-not-counted = 세지 않음
account-nobody-sees = 문서가 제출되었는지 외부에서는 볼 수 없음
account-to = 끝
account-day-earliest = 문서가 나왔을 수 있는 가장 이른 날
account-day-published = 공개일
account-day-closed = 대기가 종결된 날
account-day-checked = 마지막 확인일
account-of-these = 그중
account-paused-counted = 정지 기간, 함께 셈
account-counted = 합계
account-whole-days = 달력 날짜 기준, 주말과 공휴일 포함
account-stops-on = 멈추는 조건
account-published-by = { $document } 공개, 담당:
account-published-by-anyone = { $document } 공개, 누가 내든 무관
account-checked = 확인
account-no-check = 확인 기록 없음
account-check-again = { $date }, 다음 확인 기한 { $next }
account-looked-at = { $checked }. 확인한 곳:
account-place = 찾아본 곳 { $n }
account-gives = { $what }: { $gives }
account-limit-from = 기한 기산점
account-next-hour = 다음 정시부터
account-period = 기간
account-short-month = { $what }(그 달에 해당 일이 없어 말일에 끝남)
account-fixed = 정해진 날
account-paused = 정지
account-pause-ignored = 효력 없는 정지
account-ignored = { $what }, { $why }
ignored-hours = 시간 단위 기한은 계속 흐르므로
ignored-before = 기한이 시작되기 전에 끝났으므로
ignored-after = 기한일 뒤에 시작되었으므로
ignored-no-days = 그 날들이 앞선 정지에 속하므로
account-moved = 옮김
rolled-not = 옮기지 않음
rolled-next = 다음 영업일로
rolled-next-noon = 다음 영업일 정오로
rolled-back = 앞 영업일로
account-extended = 연장
account-from-to = { $from }에서 { $to }로
account-granted = { $what }, { $date } 승인
account-because = { $what }, { $why }
account-doubtful = 불확실
doubt-calendar = { $date }: 공휴일이 알려진 { $first }~{ $last }년 밖
doubt-before-start = { $date }: 시작보다 앞섬
doubt-shortens = { $from }에서 { $to }로의 연장은 시간을 줄임
account-due = 기한일
account-due-provisional = 잠정 기한일
account-passing = { $what }, 제외: { $days }
account-passing-many = { $what }, 세지 않는 { $n }일 제외
account-passing-among = { $what }, 세지 않는 { $n }일 제외, 그중 { $days }
account-day-paused = 정지
account-until-before = { $from }부터 { $to } 전날까지
account-since = { $from }부터

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

## 모든 페이지의 틀

skip-link = 본문으로 건너뛰기
main-menu = 주 메뉴
breadcrumb = 현재 위치
records-as-of = { $date } 기준 기록
foot-count = 날짜 단위로 세며, 사고 당일이 0일째다.
how-we-count = 세는 방법
data-clocks = 모든 대기 일수 데이터(JSON)
published-by = 발행: { $name }
counted-by = 집계: { $name }
printed-as-of = { $date } 기준 기록
other-languages = 다른 언어
docket = 대기 목록
site-description = 사고 뒤 나와야 할 보고서를 며칠째 기다리고 있는지 센다.
articles = 기사
incidents = 사고
statistics = 통계
    .summary = 이 사이트에 실린 사고에서 문서가 나오기까지 걸린 시간. 아직 기다리는 문서도 마지막으로 찾아본 날까지 함께 센다.
agenda = 일정
    .summary = 다가오는 기한과 다시 확인해야 할 것.
regimes = 보고 의무
    .summary = 이 사이트에 실린 사고에 보고를 요구하는 법과 규칙. 법률 자문이 아니다.
not-found = 페이지 없음
not-found-heading = 이 주소에는 아무것도 없습니다
not-found-text = 페이지가 옮겨졌거나 주소가 잘못 입력되었을 수 있습니다.
go-on = 이어서 보기
go-on-docket = 가장 긴 기다림과 나머지 모두
go-on-incidents = 모든 사고
moved = 옮겨진 페이지
moved-link = 새 주소로 가기
title-page = { $title }, { $n }쪽
pages = 페이지
page-of = { $count }쪽 중 { $number }쪽
previous = 이전
next = 다음

## 목록

still-waiting = 아직 기다리는 문서
still-waiting-documents = 문서 { $n }건, 오래된 순
still-waiting-incidents = 이 사이트의 사고 { $n }건
not-known = 일수를 알 수 없음
not-known-documents = 일수를 제시하지 않는 문서 { $n }건과 그 이유
no-longer-awaited = 더는 기다리지 않는 문서
no-longer-awaited-documents = 문서 { $n }건, 걸린 시간순
latest-responses = 최근 대응
analysis = 분석
docket-caption = 막대는 각 계산 시작일부터의 일수를 같은 척도로 나타낸다.
docket-caption-waiting = 화살표는 아직 기다리는 중이라는 뜻이며, 사고 현지 날짜로 { $date }까지 센다.
docket-caption-due = 세로선은 기한을 나타낸다.
docket-caption-plain = 사고와 기다리는 문서
column-incident = 사고와 기다리는 문서
column-days = 일수
column-scale = 같은 척도
column-standing = 상태
group-tag = 태그
group-country = 국가
group-sector = 분야
list-of-incidents = 사고 { $n }건, 최신순. 사고마다 가장 중요한 문서를 보인다.
list-of-articles = 기사 { $n }건, 최신순. 본문 속 숫자는 계속 갱신된다.
list-of-records = 이 사이트의 기록 { $n }건.
all-incidents = 모든 사고
other-records = 다른 기록
records = 기록

## 기록

by-authors = 글: { $authors }
updated = { $date } 수정
updated-first = { $date } 수정
filed-under = 분류: { $tags }
draft = 초안.
draft-text = 아직 완성되지 않은 페이지로, 공개된 기록에 속하지 않는다.
article = 기사
text = 본문
table = 표
about = 관련
country = 국가
own-site = 공식 사이트
owed = 기다리는 문서
owed-note = 이 기관이 내기를 기다리는, 또는 기다렸던 문서
about-it = 소개
operated = 운영
operated-note = 이 기관이 운영하는 시설이나 서비스의 사고
published = 공개
newest-first = 최신순
happened = 발생
ended = 종료
where = 장소
operators =
    { $n ->
       *[other] 운영 주체
    }
sector = 분야
other-documents = 이 사고의 다른 문서
not-applying = 적용되지 않는 의무
not-applying-note = 이에 따른 계산은 없음
not-applying-why = 이 사고에는 적용되지 않음: { $why }.
what-happened = 사고 경위
timeline = 연표
timeline-note = 오래된 순. 네모는 보고서, 끊긴 선은 앞으로 나올 것.
timeline-block = 있었던 일과 나올 것: { $incident }
timeline-incident = 사고
timeline-due-confidential = 기한일, 제출 내용 비공개
timeline-expected = 예정
no-date = 날짜 없음
day-zero = 0일째
figures = 수치
figures-note = 출처와 날짜 포함
figures-label = 수치와 그 출처
figures-conflict = 출처가 엇갈리면 철회될 때까지 각 수치를 그대로 두며 평균하지 않는다.
figure-what = 항목
figure = 수치
figure-source = 출처
figure-as-of = 기준일
figure-no-source = 출처 없음
figure-no-day = 날짜 없음
commitments = 약속
commitments-caption = 무엇을 누가 약속했고, 무엇이 알려져 있는가.
commitment-promised = 약속
commitment-by = 주체
commitment-made = 약속한 날
commitment-due = 이행 기한
standing = 상태
not-named = 밝혀지지 않음
promise-passed = 기한 지남, { $date } 기준 아직 이행되지 않음
promise-unchecked = 기한일 도래, 확인 안 됨
wait-open = 약속한 뒤 { $days }
wait-settled = 결과까지 { $days }
not-rated = 아직 평가 없음
by-somebody = 출처: { $by }
related = 다른 사고
related-note = 운영 주체, 의무, 문서를 내는 곳별
related-operator = 같은 운영 주체: { $name }
related-duty = 같은 의무: { $name }
related-author = 문서를 내는 곳: { $name }
answered-after =
    { $public ->
        [yes] 사고 { $days } 뒤 공개
       *[no] 사고 { $days } 뒤 제출
    }
answered-on =
    { $public ->
        [yes] { $date } 공개
       *[no] { $date } 제출
    }
answered-in =
    { $public ->
        [yes] { $date } 공개
       *[no] { $date } 제출
    }
set-aside = 취소됨
set-aside-by = (근거: { $by })
sets-aside = 취소 대상:
sets-aside-what = { $what }
by = 주체
handed-over = 제출
not-public = 비공개
taken-offline = 웹에서 내려감
to-read = 읽기
at-own-address = { $document } 원문 주소
archived-copy = 보존본
stopped-by = { $what } 공개({ $date }, { $by }).
stopped = { $what } 공개({ $date }).
stopped-days-by = { $what } 공개({ $date }, { $by })까지 { $days }.
stopped-days = { $what } 공개({ $date })까지 { $days }.
stopped-what = ‘{ $title }’에 관해 기다리던 문서
stopped-proof = 계산은 그날 멈췄고 더 움직이지 않는다.
what-it-says = 문서의 내용
what-was-done = 조치 내용
findings = 밝혀진 사실
recommendations = 권고
recommendations-caption = 상태는 마지막으로 기록된 것이다.
recommendation = 권고
recommendation-number = 번호
recommendation-to = 대상
answers = 대응한 사고
answers-note = 일수는 각 사고일부터 센다
reply = 반론권
reply-note = 무엇을 언제 물었고 어떤 답이 왔는가
reply-asked = { $of }: { $date } 질의.
reply-asked-by = { $of }: { $date } 질의({ $channel }).
reply-deadline = 답변 요청 기한 { $date }.
reply-answered = { $date } 답변.
reply-none = { $date } 기준 기록된 답변 없음.
correction-was = 이전
correction-now = 현재
correction-why = 이유
sources = 출처
source-published = { $date } 게재
source-read = { $date } 열람
source-archived = 출처 { $n }의 보존본

## 나란히 보기

side-by-side = 나란히 보기
compare-label = { $one } / { $other }
compare-caption-incident = 각각 사고 당일부터 셈.
compare-caption-own = 각각 해당 대기의 시작일부터 셈.
compare-limit = 기한
not-claimed = 제시하지 않음
what-differs = 다른 점
differs-in-neither = 보고 주체, 문서, 기한은 모두 같다.
who-reports = 보고 주체: { $who }
anyone = 누구든
ratio = 비율
compare-bars = 0일째를 맞춘 같은 척도. 화살표는 아직 진행 중.

## 의무

regime = 보고 의무
not-legal-advice = 법률 자문이 아니다.
where-it-holds = 적용 지역
not-said = 명시되지 않음
in-effect = 시행 기간
official-text = 공식 원문
official-compared = { $date } 공식 원문과 대조함
official-not-compared = 관보와 대조하지 않음
what-is-owed = 내야 할 것
limits-caption = 이 의무의 기한
column-document = 문서
column-within = 기한
column-from = 기산점
column-to = 제출처
column-counted = 세는 방법
no-limits = 기한이 적혀 있지 않다.
what-it-means = 여기서의 뜻
the-text = 원문
no-provision = 인용된 조문이 없다.
no-provision-but = 인용된 조문이 없다: { $url }.
not-quoted = 원문을 인용하지 않았고 이유도 적지 않았다.
examples = 계산 예
examples-note = 가상의 날짜를 실제 사고처럼 계산함. 시각은 UTC
examples-caption = 몇 가지 시작점의 기한일
column-start = 시작
column-due = 기한일
provisionally = 잠정
no-examples = 계산할 기한이 없다.
under-it = 해당 사고
under-it-note = 이 의무에 따라 기다리는, 또는 기다렸던 문서
under-it-none = 이 사이트에는 이 의무에 따른 계산이 없다.
anyway = 그래도 적용함
anyway-note = 편집자의 결정
anyway-why = 다음과 같은 사정이 있으나 일수를 보인다: { $why }.
not-applied-to = 적용되지 않는 사고
not-applied-because = 이유: { $why }.
not-applied-before = 사고 당일에는 시행 전({ $date } 시행)
not-applied-after = 사고 당일에는 시행 종료({ $date }까지 시행)
not-applied-proposed = 제안 단계이며 법적 효력이 없음
not-applied-repealed = 더는 시행되지 않음
regimes-caption = 의무와, 이를 인용하는 이 사이트의 사고 수
column-duty = 의무
column-where = 지역
column-owed = 내야 할 것과 기한
column-owed-short = 내야 할 것
no-limits-short = 기한 없음
regime-in-force = 시행 중
regime-proposed = 제안됨, 법적 효력 없음
regime-repealed = 폐지됨
european-union = 유럽연합
effective-from-to = { $from }부터 { $to }까지
effective-from = { $from }부터
effective-to = { $to }까지, 시작일은 여기 적혀 있지 않음
effective-unknown = 날짜가 여기 적혀 있지 않음
force-hard = 법정 기한이다. 기한이 지났는데 문서가 없으면 ‘기한 초과’라고 적는다. 누구의 책임인지는 말하지 않는다.
force-soft = 목표일이다. 그날이 지나면 ‘목표일 지남’이라고 적는다. 이는 어떤 위반도 아니다.
force-promise = 문서를 내야 할 쪽이 스스로 약속한 기한이다. 그날이 지나면 ‘약속 기한 지남’이라고 적는다.
filings-public = 이 의무에 따라 제출된 것은 공개되므로, 문서가 있는지 찾아볼 수 있다.
filings-confidential = 이 의무에 따른 제출 내용은 비공개다. 문서가 제출되었는지 외부에서는 볼 수 없다. 기한일은 보이되 어긴 것으로 적지 않는다. 공개된 문서가 없는 동안에는 일수를 세지 않으며, 이 계산을 목록의 맨 앞에 두지 않는다.
monday-to-friday = 월요일~금요일
calendar-named = 달력 ‘{ $title }’
calendar-lists = 달력: { $title }.
calendar-lists-days-off = 달력 ‘{ $title }’에는 일하지 않는 날이 실려 있다.
calendar-lists-legal-periods = 달력 ‘{ $title }’에는 법정 기간에 셈하지 않는 날이 실려 있다.
counted-nothing = 셀 것이 없음
counted-fixed = 날이 정해져 있다. 그날이 끝날 때까지 문서를 내야 한다.
counted-repeated = 뒤에 오는 달이나 해의 같은 날이 끝날 때까지. 주말과 공휴일도 센다.
counted-hours-full = 다음 정시부터 시간으로 센다. 밤, 주말, 공휴일도 포함한다.
counted-hours = 시간으로 센다. 밤, 주말, 공휴일도 포함한다.
counted-working-days = 영업일로 센다. 시작일은 세지 않고 마지막 날은 끝까지 센다.
counted-days = 달력의 모든 날을 센다. 시작일은 세지 않고 마지막 날은 끝까지 센다.
counted-months = 뒤에 오는 달의 같은 날, 그날이 없으면 말일이 끝날 때까지. 주말과 공휴일도 센다.
working-days-of = 영업일 기준: { $calendar }.
moves-next = 마지막 날이 영업일이 아니면 다음 영업일로 옮긴다({ $calendar }).
moves-next-noon = 마지막 날이 영업일이 아니면 다음 영업일 정오로 옮긴다({ $calendar }).
moves-back = 마지막 날이 영업일이 아니면 앞 영업일로 옮긴다({ $calendar }).
example-start = { $what }: { $at }
example-then = { $first }, { $then }
example-awaited = { $document } 대기 중, 기한일 { $date }

## 일정

agenda-calendar = 캘린더 파일
agenda-calendar-that = { $link }: 일정 앱에서 구독할 수 있다.
agenda-empty = 올릴 것이 없다. 이 페이지에는 날이 지났거나 1년 안에 다가오는 법정 기한과 목표일과 약속 기한, 곧 한 해를 더 채우는 기다림, 다시 할 때가 된 확인, 답이 없는 질문, 출처 없는 서술이 오른다.
agenda-no-date = 날짜 없음
agenda-passed = 지난 날짜
    .note = 법정 기한, 목표일, 약속 기한이 지난 것. 오래된 순
agenda-next = 다가오는 기한
    .note = 1년 안에 기한이 되는 것
agenda-check = 다시 확인할 것
    .note = 누군가 다시 볼 때까지 숫자는 멈추고, 그다음 사라진다
agenda-replies = 답변 대기
    .note = 물었으나 아직 답이 없는 것
agenda-sources = 출처 없음
    .note = 이 사이트가 적었으나 아직 근거를 보이지 못한 것
agenda-quiet = 앞으로
agenda-quiet-due = 여기서 세는 법정 기한, 목표일, 약속 기한 가운데 { $date }까지 돌아오는 것이 없다.
agenda-quiet-checks = { $date }까지 한 해를 더 채우는 기다림도, 다시 할 확인도 없다.
label-due = 기한일
label-promise-due = 약속 기한
label-promise-unchecked = 기한일 도래, 확인 안 됨
label-anniversary = 주년이 되는 날
label-round-number = 일수 도달
label-recheck = 다시 확인
label-unchecked = 확인한 적 없음
label-reply = 답변 대기
label-unsourced = 출처 없음
label-scheduled = 예약됨
label-draft = 초안
promised = { $date }까지 약속함.
promised-by = { $date }까지 약속함({ $by }).
last-state = 마지막으로 기록된 상태: { $state }({ $date }).
outcome-unknown = 그 뒤는 기록되지 않았다.
promise-open = { $date } 기준으로 아직 이행되지 않았다.
asked = { $date } 질의.
asked-until = { $date } 질의, 답변 요청 기한 { $deadline }.
no-answer = 기록된 답변이 없다.
reply-from = 답변({ $of })
no-source = 출처가 적혀 있지 않다.
left-out-until = 그날까지 제외한다.
left-out-draft = 초안이므로 제외한다.
no-number-claimed = 누군가 다시 확인할 때까지 일수를 제시하지 않는다.
check-was-due = 다음 확인 기한은 { $date }이었다. 누군가 확인할 때까지 숫자는 멈춰 있다.
check-due = 다음 확인 기한 { $date }.
anniversary = { $date }이면 { $without } { $count }째다. 그 전에 나오면 달라진다.
anniversary-unchecked = { $date }이면 { $count }째다. 확인 기록 없음.
unsourced = 출처 없음: { $what }.
unsourced-figures = { $n ->
       *[other] 수치 { $figures }
    }
unsourced-findings = 밝혀진 사실 { $n }건

## 통계

statistics-none-yet = 이 사이트에서 추적한 문서가 아직 없다.
statistics-followed = 이 사이트에서 추적한 문서 { $n }건: { $list }.
followed-published = 공개 { $n }건
followed-awaited = 마지막 확인 때까지 대기 중 { $n }건
followed-unchecked = 문서도 확인도 기록되지 않은 것 { $n }건
followed-closed = 문서 없이 종결 { $n }건
statistics-followed-all = 이 사이트에서 추적한 문서 { $n }건: 모두 공개.
statistics-left-out = 제외: { $list }.
unsure-unchecked = 확인한 적 없음 { $n }건
unsure-imprecise = 날짜가 월이나 연까지만 알려진 것 { $n }건
left-out-confidential = 제출 내용 비공개 { $n }건
left-out-unknown = 시작일을 알 수 없는 것 { $n }건
statistics-no-clock = 이 사이트에는 아직 진행 중인 계산이 없다.
curve-as-table = 곡선을 표로 보기
curve-table-note = 이 사이트의 { $documents }.
curve-as-data = 정확한 분수 데이터(JSON)
curve-table-label = { $documents }, 일수별
curve-caption-some = 문서가 공개된 날을 { $n }개에 하나씩, 대기 시작일부터 센 것.
curve-caption-all = 문서가 공개된 모든 날을 대기 시작일부터 센 것.
column-followed = 추적
column-published = 공개
column-still-waiting = 아직 대기
column-interval = 95% 신뢰구간
column-awaited = 대기
column-half = 절반 공개까지
curve-note = 아직 { $document } 없는 비율. 띠는 95% 신뢰구간이다. 짧은 세로선은 아직 기다리는 문서를 마지막으로 확인한 날이다.
curve-note-fast = 파선은 알려지지 않은 것이 모두 가장 빨랐다고 볼 때의 비율이다.
curve-note-median = 점선은 절반이 공개된 날이다.
curve-title = 아직 { $document } 없는 비율, 일수별
curve-days = 각 계산 시작일부터 지난 일수
curve-at-risk = 그때 추적 중이고 아직 공개되지 않은 문서 수
share-at-day = { $n }일째 { $percent }
statistics-groups-note = 이 사이트의 { $documents }. 무엇을 추적할지는 편집자가 골랐으므로, 국가나 업계를 평가하는 자료가 아니다.
how-to-read = 읽는 법
how-to-read-1 = 문서 하나를 기다린 시간을 각 계산 시작일부터 하루 단위로 한 번씩 센다. 공개된 문서는 공개까지 걸린 일수로 센다. 아직 기다리는 문서는 마지막으로 찾아본 날까지만 센다. 그 뒤의 일은 아무도 보지 못했기 때문이다. 제출되었으나 공개되지 않은 문서와 정지된 기한도 마찬가지다. 공개를 기다리는 시간은 계속되기 때문이다.
how-to-read-2 = 아직 기다리는 비율은 카플란–마이어 추정값을 정확한 분수로 나타낸 것이다. 95% 신뢰구간은 그린우드 분산과 log(−log) 변환으로 구했다. 중앙값은 남은 비율이 절반 이하가 되는 첫날이다. 추적한 문서가 { $enough }건보다 적으면 중앙값도 비교도 없다.
how-to-read-3 = 어떻게 끝났는지를 이유로 제외하는 것은 없다. 문서 없이 종결된 것은 끝나지 않는 대기로 센다. 알려지지 않은 것은 두 가지로 읽는다. 가장 빨랐다고 볼 때는 아무도 찾아보지 않은 문서를 곧바로 공개된 것으로 세고, 가장 느렸다고 볼 때는 아직 기다리는 것으로 센다. 두 결과가 같으면 그 수치를, 다르면 범위를 적는다. 제출 내용이 비공개인 것과 시작일을 모르는 것은 제외하고 그 수를 적는다.
median-few = 추적 { $n }건: { $enough }건보다 적으면 중앙값이 없다.
median = 이 사이트의 { $documents } 절반은 { $days } 이내에 공개되었다.
median-not-reached = 이 사이트의 { $documents } 가운데 지금까지 공개된 것은 절반이 안 된다. 그래서 중앙값이 아직 없다.
median-range = 이 사이트의 { $documents } 절반은 { $range } 이내에 공개되었다. 다음이 알려지지 않아 더 정확히 말할 수 없다: { $unsure }.
median-unsure = 이 사이트의 { $documents } 절반이 공개되었는지는 알 수 없다: { $unsure }.
median-interval = 이 중앙값의 95% 신뢰구간: { $interval }.
median-naive = 이미 공개된 것만 보면 중앙값은 { $days }이다. 이 수치에는 아직 기다리는 { $awaited }건이 빠져 있다.
median-naive-flatters = 이미 공개된 것만 보면 중앙값은 { $days }이다. 이 수치에는 아직 기다리는 { $awaited }건이 빠져 있어, { $documents } 공개가 실제보다 빨라 보인다.
median-naive-all = 아직 기다리는 것이 없으므로 공개된 것이 전부다.
median-naive-none = 공개된 것이 발견되지 않았다.
median-naive-unknown = 공개된 것으로 기록된 것이 없다.
interval-days = { $low }~{ $high }일
not-reached = 아직 없음
median-not-known = 알 수 없음
public-within = { $days } 이내 공개
of-all = { $all }건 중 { $part }건
nobody-so-long = 그만큼 오래 추적한 것이 없음
ranking-country = 국가별, 중앙값이 짧은 순. 구간이 겹치면 순서는 우연일 수 있다.
ranking-sector = 분야별, 중앙값이 짧은 순. 구간이 겹치면 순서는 우연일 수 있다.
ranking-regime = 의무별, 중앙값이 짧은 순. 구간이 겹치면 순서는 우연일 수 있다.
ranking-organisation = 기관별, 중앙값이 짧은 순. 구간이 겹치면 순서는 우연일 수 있다.
ranking-by-name = 이름순: 알려지지 않은 것 때문에 순서가 달라질 수 있다.
ranking-few = 제외: 추적한 문서가 { $enough }건보다 적은 { $n }개.
sort-country = 국가
sort-sector = 분야
sort-regime = 의무
sort-organisation = 기관
ungrouped = { $none }: 이 사이트에서 추적한 이 종류의 문서가 비교에 필요한 최소 { $enough }건에 이르지 못한다.
ungrouped-country = 국가
ungrouped-sector = 분야
ungrouped-regime = 의무
ungrouped-organisation = 기관

## 목록의 순서, 검색, 정정

docket-newest = 날짜순 목록
    .summary = 모든 문서를 최근 사고부터 늘어놓는다.
docket-title = 제목순 목록
    .summary = 모든 문서를 사고 제목순으로 늘어놓는다.
docket-due = 기한순 목록
    .summary = 모든 문서를 기한순으로 늘어놓는다. 기한이 없는 문서는 맨 뒤에 둔다.
search = 검색
    .summary = 이 사이트의 모든 페이지를 단어로 찾는다.
corrections = 정정
    .summary = 이 사이트에서 바로잡은 모든 오류. 이전 내용, 지금 내용, 바로잡은 이유를 함께 적는다.
news-feed = 새 소식 피드

## 피드가 알리는 것

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

## 목록의 순서와 거르기

order-by = 정렬
order-longest = 오래 기다린 순
order-newest = 최신순
order-title = 제목순
order-due = 기한순
filter = 필터와 정렬
filter-only = 필터
filter-words = 검색어
filter-all = 전체
filter-sort = 정렬
filter-as-listed = 실린 순서
filter-longest = 오래 기다린 순
filter-shortest = 짧게 기다린 순
filter-title = 제목순
filter-newest = 최신순
filter-oldest = 오래된 순
filter-due = 기한순
filter-reset = 모두 보기
filter-status = 문서 { $all }건 중 { $n }건.
filter-status-page = 이 페이지의 문서 { $all }건 중 { $n }건. 목록은 모두 { $pages }페이지다.
filter-elsewhere = 모든 페이지에서 검색

## 검색 페이지

search-found =
    { $n ->
       *[other] ‘{ $query }’ 검색 결과 { $count }건
    }
search-none = ‘{ $query }’의 단어가 모두 들어 있는 페이지가 없습니다. 단어를 줄이거나 앞부분만 입력해 보세요.
search-failed = 색인을 불러오지 못했습니다. 나중에 다시 시도하거나 아래 목록을 이용하세요.
search-more = 더 보기
search-in = 언어
search-all-languages = 모든 언어
search-go = 검색
search-no-script = 검색하려면 자바스크립트가 필요하지만 이 브라우저에서는 실행되지 않습니다. 아래 목록에서 모든 페이지로 갈 수 있습니다.
search-lists = 목록
all-articles = 모든 기사
by-country = 국가별
by-sector = 분야별
by-tag = 태그별
kind-incident = 사고
kind-response = 대응
kind-organisation = 기관
kind-page = 페이지

## 정정

corrections-count = 정정 { $n }건
corrections-none = 이 사이트의 기록 가운데 아직 정정된 것은 없다.

## 다른 곳에 옮기는 것: 배지, 카드, 틀, 인용

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
sum-card-unchecked = { $unit }째({ $start } 이후). { $document } 공개 여부 확인 안 됨
sum-card-unchecked-from = { $unit }째({ $start } 이후). { $document }({ $from }) 공개 여부 확인 안 됨
sum-card-until-by =
    { $many ->
       *[other] { $unit } 만에 { $document } 공개({ $by })
    }
sum-card-until = { $unit } 만에 { $document } 공개
sum-card-closed = { $unit } 만에 { $document } 대기 종결, 공개 문서 없음
sum-card-closed-from = { $unit } 만에 { $document }({ $from }) 대기 종결, 공개 문서 없음

## 다시 만들어지지 않은 페이지

page-late = 이 페이지는 { $date } 기준으로 만들어진 뒤 갱신되지 않았습니다. 진행 중인 일수는 저절로 늘어나지만, 그 뒤에 공개된 문서는 빠져 있을 수 있습니다.

## 분야. 여기 없는 것은 적힌 그대로 보인다

sector-aviation = 항공
sector-banking = 은행
sector-chemicals = 화학
sector-cloud = 클라우드
sector-data-centre = 데이터센터
sector-defence = 국방
sector-digital-infrastructure = 디지털 인프라
sector-education = 교육
sector-emergency-services = 긴급 구조
sector-energy = 에너지
sector-finance = 금융
sector-food = 식품
sector-government = 정부
sector-health = 보건
sector-insurance = 보험
sector-internet = 인터넷
sector-justice = 사법
sector-logistics = 물류
sector-manufacturing = 제조
sector-media = 미디어
sector-payments = 결제
sector-postal = 우편
sector-public-administration = 공공 행정
sector-rail = 철도
sector-research = 연구
sector-retail = 소매
sector-shipping = 해운
sector-software = 소프트웨어
sector-space = 우주
sector-telecom = 통신
sector-telecoms = 통신
sector-telecommunications = 통신
sector-transport = 교통
sector-waste = 폐기물
sector-water = 물
