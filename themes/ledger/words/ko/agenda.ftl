### 일정

agenda-calendar = 캘린더 파일
agenda-calendar-that = { $link }: 일정 앱에서 구독할 수 있다.
agenda-empty = 올릴 것이 없다. 이 페이지에는 날이 지났거나 1년 안에 다가오는 법정 기한과 목표일과 약속 기한, 곧 한 해를 더 채우는 기다림이 오른다.
agenda-passed = 지난 날짜
    .note = 법정 기한, 목표일, 약속 기한이 지난 것. 오래된 순
agenda-next = 다가오는 기한
    .note = 1년 안에 기한이 되는 것
agenda-quiet = 앞으로
agenda-quiet-due = 여기서 세는 법정 기한, 목표일, 약속 기한 가운데 { $date }까지 돌아오는 것이 없다.
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
anniversary = { $date }이면 { $without } { $count }이 된다. 그 전에 나오면 달라진다.
anniversary-unchecked = { $date }이면 { $count }이 된다. 확인 기록 없음.
unsourced = 출처 없음: { $what }.
unsourced-figures = { $n ->
       *[other] 수치 { $figures }
    }
unsourced-findings = 밝혀진 사실 { $n }건
