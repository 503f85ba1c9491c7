/* The floor of a cold build: read every source, write every output file, do nothing else.
 *
 *   fslimit list  OUT                        print a manifest of OUT: "d PATH" for a directory that
 *                                            holds directories, "SIZE PATH" for a file
 *   fslimit floor MANIFEST DST THREADS SRC   read every file under SRC, then write the manifest's
 *                                            files, filled with x, to DST, which must not exist
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATH_LEN 4096
#define MAX_THREADS 64

typedef struct { char *path; size_t size; } Entry;
typedef struct { Entry *entry; size_t len, cap; } List;

static List files, dirs;          /* paths are relative to a root, and begin with a slash */
static size_t root_len;
static const char *root;
static atomic_size_t next_file;
static char filler[1 << 16];

static void die(const char *what, const char *path) {
    fprintf(stderr, "fslimit: %s %s: %s\n", what, path, strerror(errno));
    exit(1);
}

static void push(List *l, const char *path, size_t size) {
    if (l->len == l->cap) {
        l->cap = l->cap ? l->cap * 2 : 1024;
        l->entry = realloc(l->entry, l->cap * sizeof *l->entry);
        if (!l->entry) die("realloc", path);
    }
    l->entry[l->len++] = (Entry){strdup(path), size};
}

static int visit(const char *path, const struct stat *st, int type, struct FTW *ftw) {
    (void)ftw;
    if (type == FTW_D) push(&dirs, path + root_len, 0);
    else if (type == FTW_F) push(&files, path + root_len, (size_t)st->st_size);
    return 0;
}

static void walk(const char *path) {
    root = path;
    root_len = strlen(path);
    if (nftw(path, visit, 64, FTW_PHYS)) die("walk", path);
}

static void *read_files(void *unused) {
    (void)unused;
    static _Thread_local char buf[1 << 16];
    char path[PATH_LEN];
    size_t i;
    while ((i = atomic_fetch_add(&next_file, 1)) < files.len) {
        snprintf(path, sizeof path, "%s%s", root, files.entry[i].path);
        int fd = open(path, O_RDONLY);
        if (fd < 0) die("open", path);
        ssize_t got;
        while ((got = read(fd, buf, sizeof buf)) > 0) {}
        if (got < 0) die("read", path);
        close(fd);
    }
    return NULL;
}

static int create(const char *path) { return open(path, O_WRONLY | O_CREAT | O_EXCL, 0644); }

static void *write_files(void *unused) {
    (void)unused;
    char path[PATH_LEN];
    size_t i;
    while ((i = atomic_fetch_add(&next_file, 1)) < files.len) {
        Entry *f = &files.entry[i];
        snprintf(path, sizeof path, "%s%s", root, f->path);
        int fd = create(path);
        if (fd < 0 && errno == ENOENT) {    /* a leaf directory: made by the thread that writes into it */
            char *slash = strrchr(path, '/');
            *slash = 0;
            if (mkdir(path, 0755) && errno != EEXIST) die("mkdir", path);
            *slash = '/';
            fd = create(path);
        }
        if (fd < 0) die("create", path);
        for (size_t done = 0; done < f->size;) {
            size_t left = f->size - done;
            ssize_t put = write(fd, filler, left < sizeof filler ? left : sizeof filler);
            if (put < 0) die("write", path);
            done += (size_t)put;
        }
        close(fd);
    }
    return NULL;
}

static void on_threads(void *(*work)(void *), int n) {
    pthread_t thread[MAX_THREADS];
    if (n < 1) n = 1;
    if (n > MAX_THREADS) n = MAX_THREADS;
    next_file = 0;
    for (int i = 0; i < n; i++) if ((errno = pthread_create(&thread[i], NULL, work, NULL))) die("start", "thread");
    for (int i = 0; i < n; i++) pthread_join(thread[i], NULL);
}

static void list(const char *out) {
    walk(out);
    for (size_t i = 0; i + 1 < dirs.len; i++) {    /* in walking order: a directory's first child comes next */
        const char *path = dirs.entry[i].path;
        size_t len = strlen(path);
        if (len && !strncmp(dirs.entry[i + 1].path, path, len) && dirs.entry[i + 1].path[len] == '/') printf("d %s\n", path);
    }
    for (size_t i = 0; i < files.len; i++) printf("%zu %s\n", files.entry[i].size, files.entry[i].path);
}

static void load_manifest(const char *manifest) {
    FILE *f = fopen(manifest, "r");
    if (!f) die("open", manifest);
    char line[PATH_LEN + 32], path[PATH_LEN];
    size_t size;
    files.len = dirs.len = 0;
    while (fgets(line, sizeof line, f)) {
        if (sscanf(line, "d %4095s", path) == 1) push(&dirs, path, 0);
        else if (sscanf(line, "%zu %4095s", &size, path) == 2) push(&files, path, size);
    }
    fclose(f);
}

static void floor_of_build(const char *manifest, const char *dst, int threads, const char *src) {
    walk(src);
    on_threads(read_files, threads);
    load_manifest(manifest);
    memset(filler, 'x', sizeof filler);
    root = dst;
    if (mkdir(dst, 0755)) die("mkdir", dst);
    for (size_t i = 0; i < dirs.len; i++) {
        char path[PATH_LEN];
        snprintf(path, sizeof path, "%s%s", dst, dirs.entry[i].path);
        if (mkdir(path, 0755)) die("mkdir", path);
    }
    on_threads(write_files, threads);
}

int main(int argc, char **argv) {
    if (argc == 3 && !strcmp(argv[1], "list")) list(argv[2]);
    else if (argc == 6 && !strcmp(argv[1], "floor")) floor_of_build(argv[2], argv[3], atoi(argv[4]), argv[5]);
    else {
        fprintf(stderr, "usage: fslimit list OUT | fslimit floor MANIFEST DST THREADS SRC\n");
        return 2;
    }
    return 0;
}
