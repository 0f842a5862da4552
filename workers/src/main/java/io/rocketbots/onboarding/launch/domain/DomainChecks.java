package io.rocketbots.onboarding.launch.domain;

import com.google.common.base.Splitter;
import com.google.common.net.InetAddresses;
import io.rocketbots.onboarding.kernel.id.DomainId;
import java.net.InetAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The log of all checks: what was asked when, and what was answered. */
@Component
public class DomainChecks {

    private static final String SEPARATOR = "\n";
    private static final int LONGEST_TEXT = 1000;
    /** As many as fit into their column. */
    private static final int MOST_ADDRESSES = 20;

    /** So many of each domain that got an answer are kept, and as many that got none. */
    private static final int KEPT = 200;

    private final JdbcClient jdbc;

    DomainChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a check; the occasion is the job it was made for, which logs one check however often it is repeated. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(DomainId domain, long occasion, DomainCheck check) {
        Diagnosis diagnosis = check.diagnosis();
        Diagnosis warning = check.warning();
        jdbc.sql("""
                INSERT INTO domain_check (id, domain_id, occasion, name, at, asked, answered, kind, seen, zone,
                    remembered_seconds, warning_kind, warning_seen, next_check_at, own_addresses)
                VALUES (:id, :domain, :occasion, :name, :at, :asked, :answered, :kind, :seen, :zone,
                    :remembered, :warningKind, :warningSeen, :next, :own)
                """)
                .param("id", UUID.randomUUID())
                .param("domain", domain.value())
                .param("occasion", occasion)
                .param("name", check.name().value())
                .param("at", Timestamp.from(check.at()))
                .param("asked", shortened(check.asked()))
                .param("answered", shortened(check.answered()))
                .param("kind", diagnosis.kind().name())
                .param("seen", shortened(String.join(SEPARATOR, diagnosis.seen())))
                .param("zone", diagnosis.zone())
                .param("remembered", seconds(diagnosis.rememberedFor()))
                .param("warningKind", warning == null ? null : warning.kind().name())
                .param("warningSeen", warning == null ? null : shortened(String.join(SEPARATOR, warning.seen())))
                .param("next", check.nextCheckAt() == null ? null : Timestamp.from(check.nextCheckAt()))
                .param("own", check.ownAddresses().isEmpty() ? null : text(check.ownAddresses()))
                .update();
    }

    /** Every address that was to be set for the domain at one of the looks at it until now. */
    List<InetAddress> ownAddressesUntilNow(CustomDomain domain) {
        return jdbc.sql("""
                        SELECT DISTINCT own_addresses FROM domain_check
                        WHERE domain_id = :domain AND own_addresses IS NOT NULL
                        """).param("domain", domain.id().value()).query(String.class).list().stream()
                .flatMap(each -> addresses(each).stream())
                .distinct()
                .toList();
    }

    /** The check that was made for that job. */
    public Optional<DomainCheck> madeFor(DomainId domain, long occasion) {
        return jdbc.sql("SELECT * FROM domain_check WHERE domain_id = :domain AND occasion = :occasion")
                .param("domain", domain.value())
                .param("occasion", occasion)
                .query(DomainChecks::check)
                .optional();
    }

    /** The last checks of the name the domain has now, the newest first. */
    public List<DomainCheck> latest(CustomDomain domain, int most) {
        return jdbc.sql("""
                SELECT * FROM domain_check WHERE domain_id = :domain AND name = :name
                ORDER BY seq DESC FETCH FIRST :most ROWS ONLY
                """)
                .param("domain", domain.id().value())
                .param("name", domain.name())
                .param("most", most)
                .query(DomainChecks::check)
                .list();
    }

    /** The last check of the name the domain has now that got an answer. */
    public Optional<DomainCheck> latestAnswered(CustomDomain domain) {
        return jdbc.sql("""
                SELECT * FROM domain_check WHERE domain_id = :domain AND name = :name AND kind <> :silent
                ORDER BY seq DESC FETCH FIRST 1 ROWS ONLY
                """)
                .param("domain", domain.id().value())
                .param("name", domain.name())
                .param("silent", Diagnosis.Kind.COULD_NOT_ASK.name())
                .query(DomainChecks::check)
                .optional();
    }

    /** The last check of the name the domain has now. */
    public Optional<DomainCheck> latest(CustomDomain domain) {
        return latest(domain, 1).stream().findFirst();
    }

    /**
     * Removes what is older than the newest checks of each domain. The last one at which certain addresses were to be set
     * stays for as long as the domain, since it tells a former address of ours from a stranger's.
     */
    @Transactional
    public int prune() {
        return jdbc.sql("""
                DELETE FROM domain_check WHERE id IN (
                    SELECT id FROM (
                        SELECT id, own_addresses,
                            ROW_NUMBER() OVER (
                                PARTITION BY domain_id, CASE WHEN kind = :silent THEN 0 ELSE 1 END ORDER BY seq DESC
                            ) AS newer,
                            ROW_NUMBER() OVER (PARTITION BY domain_id, own_addresses ORDER BY seq DESC) AS newer_of_same
                        FROM domain_check) AS numbered
                    WHERE newer > :kept AND (own_addresses IS NULL OR newer_of_same > 1))
                """)
                .param("silent", Diagnosis.Kind.COULD_NOT_ASK.name())
                .param("kept", KEPT)
                .update();
    }

    private static DomainCheck check(ResultSet row, int number) throws SQLException {
        String zone = row.getString("zone");
        Long remembered = row.getObject("remembered_seconds", Long.class);
        String warning = row.getString("warning_kind");
        Timestamp next = row.getTimestamp("next_check_at");
        String own = row.getString("own_addresses");
        return new DomainCheck(
                new DomainName(row.getString("name")),
                row.getTimestamp("at").toInstant(),
                row.getString("asked"),
                row.getString("answered"),
                diagnosis(
                        row.getString("kind"),
                        row.getString("seen"),
                        zone,
                        remembered == null ? null : Duration.ofSeconds(remembered)),
                warning == null ? null : diagnosis(warning, row.getString("warning_seen"), zone, null),
                next == null ? null : next.toInstant(),
                own == null ? List.of() : addresses(own));
    }

    private static String text(List<InetAddress> addresses) {
        return addresses.stream()
                .limit(MOST_ADDRESSES)
                .map(InetAddresses::toAddrString)
                .collect(Collectors.joining(SEPARATOR));
    }

    private static List<InetAddress> addresses(String text) {
        return Splitter.on(SEPARATOR)
                .splitToStream(text)
                .map(InetAddresses::forString)
                .toList();
    }

    private static Diagnosis diagnosis(
            String kind, String seen, @Nullable String zone, @Nullable Duration rememberedFor) {
        return new Diagnosis(
                Diagnosis.Kind.valueOf(kind),
                seen.isEmpty() ? List.of() : Splitter.on(SEPARATOR).splitToList(seen),
                zone,
                rememberedFor);
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }

    /** What strangers write into their zones has no limit; our columns have. */
    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
