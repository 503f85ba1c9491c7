### 기록

by-authors = 글: { $authors }
updated = { $date } 수정
updated-first = { $date } 수정
filed-under = 분류: { $tags }
draft = 초안.
draft-text = 아직 완성되지 않은 페이지로, 공개된 기록에 속하지 않는다.
article = 기사
text = 본문
table = 표
alert-note = 참고
alert-tip = 도움말
alert-important = 중요
alert-warning = 경고
alert-caution = 주의
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
promises-counted = 약속 { $n }건: { $states }.
count-of-state = { $state } { $n }건
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
recommendation-due = 답변 기한
answer-passed = { $date } 기준 찾은 답변 없음
answer-unchecked = 그 뒤 확인 기록 없음
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
