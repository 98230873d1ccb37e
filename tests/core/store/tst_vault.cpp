#include "store/profile.h"
#include "support/fakes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace inkstep;

class TestVault : public QObject {
    Q_OBJECT

    SystemFiles files;
    test::SeededRandom random;

private slots:
    // The power went while the lock was being written.
    void aLockThatNamesNobodyIsNobodys() {
        const QTemporaryDir folder;
        const test::FakeClock clock;
        for (const QByteArray &left : {QByteArray(""), QByteArray("12")}) {
            QFile lock(folder.filePath(QStringLiteral("lock")));
            QVERIFY(lock.open(QIODevice::WriteOnly));
            lock.write(left);
            lock.close();
            const auto profile = Profile::open(folder.path(), {files, clock, random});
            QVERIFY2(profile, left.constData());
            QCOMPARE(Profile::open(folder.path(), {files, clock, random}).error().code, ErrorCode::InUse);
        }
    }

    void whatACrashLeftHalfWrittenIsSweptAtTheNextStart() {
        const QTemporaryDir folder;
        const test::FakeClock clock;
        QString inside;
        BlobRef kept;
        {
            const auto profile = Profile::open(folder.path(), {files, clock, random});
            const auto notebook = (*profile)->create(QStringLiteral("Room 1"), NotebookKind::Class);
            QVERIFY(notebook);
            inside = (*notebook)->folder();
            kept = *(*notebook)->vault().put("a page");
            QVERIFY((*notebook)->vault().keepDerived(kept, "thumbnail", "small"));
        }
        for (const QString &place :
             {folder.path(), inside + QStringLiteral("/blobs"), inside + QStringLiteral("/derived")})
            QVERIFY(files.save(place + QLatin1Char('/') + stagedPrefix + QStringLiteral("1234"), "half"));

        const auto profile = Profile::open(folder.path(), {files, clock, random});
        const auto notebook = (*profile)->find({});
        QVERIFY(notebook);
        for (const QString &place :
             {folder.path(), inside + QStringLiteral("/blobs"), inside + QStringLiteral("/derived")}) {
            const auto entries = files.list(place);
            for (const FileEntry &entry : *entries)
                QVERIFY2(!entry.name.startsWith(stagedPrefix), qPrintable(place));
        }
        QCOMPARE(*(*notebook)->vault().get(kept), QByteArray("a page"));
        QCOMPARE(*(*notebook)->vault().derived(kept, "thumbnail"), QByteArray("small"));
    }

    void whatIsStagedNeverShows() {
        const QTemporaryDir folder;
        Vault vault(folder.path(), files, random);
        const auto kept = vault.put("a page");
        QVERIFY(kept);
        QVERIFY(files.save(folder.filePath(QStringLiteral("blobs/.part-1")), "half"));
        QCOMPARE(*vault.names(), std::vector{kept->name});
    }

    void aPictureThatIsNotWhatItsNameSaysIsNotTakenIn() {
        const QTemporaryDir here, there;
        Vault vault(here.path(), files, random), other(there.path(), files, random);
        const auto kept = vault.put("a page");
        const QByteArray sealed = *vault.sealed(kept->name);
        QByteArray torn = sealed;
        torn[torn.size() / 2] = static_cast<char>(torn[torn.size() / 2] ^ 1);
        QCOMPARE(other.adopt(kept->name, torn).error().code, ErrorCode::Damaged);
        QVERIFY(!other.has(kept->name));
        QVERIFY(other.adopt(kept->name, sealed));
        QCOMPARE(*other.get(*kept), QByteArray("a page"));
    }
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
