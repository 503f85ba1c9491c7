### 검색 페이지

search = 검색
    .summary = 이 사이트의 모든 페이지를 단어로 찾는다.
search-found =
    { $n ->
       *[other] ‘{ $query }’ 검색 결과 { $count }건
    }
search-none = ‘{ $query }’의 단어가 모두 들어 있는 페이지가 없습니다. 단어를 줄이거나 앞부분만 입력해 보세요.
search-failed = 색인을 불러오지 못했습니다. 나중에 다시 시도하거나 아래 목록을 이용하세요.
search-folder = 브라우저는 폴더에서 연 페이지가 색인을 읽지 못하게 합니다. 검색은 게시된 사이트와 미리보기에서 작동합니다. 여기서는 아래 목록을 이용하세요.
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
