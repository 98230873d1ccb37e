// Put before the system's own calls (LD_PRELOAD): what lies below INKSTEP_FULL cannot grow, or by
// INKSTEP_ROOM bytes only, what lies below INKSTEP_READONLY cannot be changed. Root is held to it too, and no
// mount is needed.
#include <algorithm>
#include <cerrno>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace {

template<class Function>
Function *next(const char *name) {
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

bool below(const char *path, const char *variable) {
    const char *root = std::getenv(variable);
    if (!root || !path)
        return false;
    const std::size_t length = std::strlen(root);
    return std::strncmp(path, root, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

bool full(int handle) {
    char name[64], path[4096];
    std::snprintf(name, sizeof name, "/proc/self/fd/%d", handle);
    const ssize_t length = ::readlink(name, path, sizeof path - 1);
    if (length <= 0)
        return false;
    path[length] = '\0';
    return below(path, "INKSTEP_FULL");
}

// How much of it there is room for.
size_t room(size_t count) {
    static size_t left =
        std::getenv("INKSTEP_ROOM") ? std::strtoul(std::getenv("INKSTEP_ROOM"), nullptr, 10) : 0;
    const size_t taken = std::min(left, count);
    left -= taken;
    return taken;
}

template<class Result>
Result refuse(int number) {
    errno = number;
    return Result(-1);
}

bool writes(int flags) {
    return (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)) != 0;
}

} // namespace

#define OPEN(NAME)                                                                                           \
    extern "C" int NAME(const char *path, int flags, ...) {                                                  \
        va_list rest;                                                                                        \
        va_start(rest, flags);                                                                               \
        const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;                 \
        va_end(rest);                                                                                        \
        if (writes(flags) && below(path, "INKSTEP_READONLY"))                                                \
            return refuse<int>(EROFS);                                                                       \
        return next<int(const char *, int, ...)>(#NAME)(path, flags, mode);                                  \
    }
OPEN(open)
OPEN(open64)

extern "C" ssize_t write(int handle, const void *bytes, size_t count) {
    const size_t taken = full(handle) ? room(count) : count;
    return taken == 0 && count > 0 ? refuse<ssize_t>(ENOSPC)
                                   : next<ssize_t(int, const void *, size_t)>("write")(handle, bytes, taken);
}

extern "C" ssize_t pwrite64(int handle, const void *bytes, size_t count, off64_t at) {
    return full(handle)
               ? refuse<ssize_t>(ENOSPC)
               : next<ssize_t(int, const void *, size_t, off64_t)>("pwrite64")(handle, bytes, count, at);
}

extern "C" int mkdir(const char *path, mode_t mode) noexcept {
    return below(path, "INKSTEP_READONLY") ? refuse<int>(EROFS)
                                           : next<int(const char *, mode_t)>("mkdir")(path, mode);
}

extern "C" int rename(const char *from, const char *to) noexcept {
    return below(to, "INKSTEP_READONLY") ? refuse<int>(EROFS)
                                         : next<int(const char *, const char *)>("rename")(from, to);
}

extern "C" int unlink(const char *path) noexcept {
    return below(path, "INKSTEP_READONLY") ? refuse<int>(EROFS) : next<int(const char *)>("unlink")(path);
}
