### 나란히 보기

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
