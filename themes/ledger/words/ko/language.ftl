### 한국어 화면 문구. 메시지와 변수는 영어(`en/`)와 같다.
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
distance-ahead = { $days } 후
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
