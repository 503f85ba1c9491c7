### 상태. 문서가 없다는 것은 아무도 찾지 못했다는 뜻일 뿐이다.

badge-confidential = 제출 내용 비공개
badge-expired = 상태 알 수 없음
badge-stale = 최근 확인 없음
badge-reach = 이전 자료 기준
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
# Of a check of what reaches no further than to this day.
note-reach = 마지막 확인 자료의 { $date } 기준
note-expired = { $date } 이후 확인 없음
note-unchecked = 확인 안 됨
note-unchecked-age = { $age }, 확인 안 됨
row-since = { $start }부터 셈
note-confidential = 제출 내용 비공개
not-begun = 계산이 아직 시작되지 않음
start-unknown = 계산을 시작할 날을 알 수 없음
proof-unchecked = 확인 기록 없음: 문서를 찾아본 날을 아무도 적어 두지 않았다.
proof-none-found = { $date } 기준 찾은 문서 없음.
proof-none-found-public = { $date } 기준 찾은 공개 문서 없음.
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
expired-unknown = { $document } 공개 여부는 알 수 없다. { $date } 이후의 확인 기록은 없다.
expired-unknown-from = { $document }({ $from }) 공개 여부는 알 수 없다. { $date } 이후의 확인 기록은 없다.
closed-on = { $date } 종결: { $why }
closed-after = { $date } 종결({ $days } 만): { $why }
