package io.rocketbots.onboarding.launch.branding;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The images of logos. A file is kept as soon as it is uploaded, so that it is not lost when another field of the form
 * is wrong; one that no brand took up within a day goes away.
 */
@Component
public class LogoFiles {

    private static final Duration UNUSED_KEPT_FOR = Duration.ofDays(1);

    /** Of each kind; whoever tries more pictures than that in a day loses the oldest. */
    private static final int UNUSED_KEPT = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    LogoFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a cleaned image; keeping it twice keeps it once. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void keep(ResellerId reseller, LogoKind kind, LogoFile file) {
        dropUnused(reseller, kind);
        if (find(reseller, kind, file.sha()).isPresent()) {
            return;
        }
        try {
            insert(reseller, kind, file);
        } catch (DuplicateKeyException e) {
            // Somebody uploaded the very same image at the same time; theirs serves both.
            return;
        }
    }

    public Optional<LogoFile> find(ResellerId reseller, LogoKind kind, String sha) {
        return jdbc.sql("SELECT * FROM logo_file WHERE reseller_id = :reseller AND kind = :kind AND sha = :sha")
                .param("reseller", reseller.value())
                .param("kind", kind.name())
                .param("sha", sha)
                .query(LogoFiles::file)
                .optional();
    }

    private void insert(ResellerId reseller, LogoKind kind, LogoFile file) {
        byte[] content = file.content();
        jdbc.sql("""
                INSERT INTO logo_file
                    (reseller_id, kind, sha, type, width, height, remarks, content, picture, uploaded_at)
                VALUES (:reseller, :kind, :sha, :type, :width, :height, :remarks, :content, :picture, :now)
                """)
                .param("reseller", reseller.value())
                .param("kind", kind.name())
                .param("sha", file.sha())
                .param("type", file.type().name())
                .param("width", file.width())
                .param("height", file.height())
                .param("remarks", Logo.stored(file.remarks()))
                .param("content", content)
                .param(
                        "picture",
                        file.picture()
                                .filter(picture -> !Arrays.equals(picture, content))
                                .orElse(null),
                        java.sql.Types.VARBINARY)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private void dropUnused(ResellerId reseller, LogoKind kind) {
        jdbc.sql("""
                DELETE FROM logo_file
                WHERE reseller_id = :reseller AND kind = :kind
                  AND sha NOT IN (
                    SELECT sha FROM (
                        SELECT main_sha AS sha FROM brand WHERE reseller_id = :reseller
                        UNION SELECT white_sha FROM brand WHERE reseller_id = :reseller
                        UNION SELECT square_sha FROM brand WHERE reseller_id = :reseller) used
                    WHERE sha IS NOT NULL)
                  AND (uploaded_at < :before OR sha NOT IN (
                    SELECT sha FROM logo_file WHERE reseller_id = :reseller AND kind = :kind
                    ORDER BY uploaded_at DESC FETCH FIRST :kept ROWS ONLY))
                """)
                .param("reseller", reseller.value())
                .param("kind", kind.name())
                .param("before", Timestamp.from(clock.instant().minus(UNUSED_KEPT_FOR)))
                .param("kept", UNUSED_KEPT)
                .update();
    }

    private static LogoFile file(ResultSet row, int number) throws SQLException {
        LogoType type = LogoType.valueOf(row.getString("type"));
        byte[] content = row.getBytes("content");
        return new LogoFile(
                type,
                content,
                type == LogoType.SVG ? row.getBytes("picture") : content,
                row.getInt("width"),
                row.getInt("height"),
                Logo.remarksIn(row.getString("remarks")));
    }
}
