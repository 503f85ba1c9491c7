### 정정

corrections = 정정
    .summary = 이 사이트에서 바로잡은 모든 오류. 이전 내용, 지금 내용, 바로잡은 이유를 함께 적는다.
corrections-count = 정정 { $n }건
corrections-none = 이 사이트의 기록 가운데 아직 정정된 것은 없다.
