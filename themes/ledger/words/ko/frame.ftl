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
responses = 응답
organisations = 기관
statistics = 통계
    .summary = 이 사이트에 실린 사고에서 문서가 나오기까지 걸린 시간. 아직 기다리는 문서도 마지막으로 찾아본 날까지 함께 센다.
agenda = 일정
    .summary = 다가오는 기한과 지난 기한.
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

## 다시 만들어지지 않은 페이지

page-late = 이 페이지는 { $date } 기준으로 만들어진 뒤 갱신되지 않았습니다. 진행 중인 일수는 저절로 늘어나지만, 그 뒤에 공개된 문서는 빠져 있을 수 있습니다.
