#include "sync/remote/remote.h"

namespace inkstep {

Trouble troubleOf(const Error &error) {
    switch (error.code) {
    case ErrorCode::NoPermission:
    case ErrorCode::PasswordNeeded:
    case ErrorCode::UnknownCertificate:
    case ErrorCode::CertificateChanged:
        return Trouble::Permission;
    case ErrorCode::DiskFull:
        return Trouble::Full;
    case ErrorCode::WrongStore:
    case ErrorCode::NotAStore:
    case ErrorCode::NewerVersion:
    case ErrorCode::WrongKey:
        return Trouble::WrongStore;
    default:
        return Trouble::Passing;
    }
}

} // namespace inkstep
