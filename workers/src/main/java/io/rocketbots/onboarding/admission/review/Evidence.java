package io.rocketbots.onboarding.admission.review;

import com.google.re2j.Pattern;
import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.SharedHosts;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What our own data says about an applicant, for the reviewer to judge. It only reads. */
@Component
public class Evidence {

    /** How alike two names must be to be shown side by side; found by looking at typical typos and legal forms. */
    private static final double ALIKE = 0.92;

    private static final Pattern LEGAL_FORM = Pattern.compile(
            "\\b(gmbh|ag|kg|ug|inc|llc|ltd|limited|corp|co|company|sa|sas|sarl|srl|spa|bv|nv|ab|as|oy|pty|pte|plc|group)\\b");

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final JdbcClient jdbc;
    private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();

    Evidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How the mail domain relates to the website. */
    public enum MailDomain {
        MATCHES_WEBSITE,
        DIFFERS,
        FREE_MAIL,
        NO_WEBSITE
    }

    /** Another application that may come from the same people. */
    public record Earlier(
            ApplicationId id, String company, String email, ApplicationState state, Instant submittedAt) {}

    /** A reseller with a similar name. */
    public record SimilarReseller(ResellerId id, String company) {}

    public MailDomain mailDomain(Application application) {
        String mail = application.contact().mailDomain();
        if (SharedHosts.isFreeMail(mail)) {
            return MailDomain.FREE_MAIL;
        }
        String host = host(application);
        if (host == null) {
            return MailDomain.NO_WEBSITE;
        }
        return host.equals(mail) || host.endsWith("." + mail) || mail.endsWith("." + host)
                ? MailDomain.MATCHES_WEBSITE
                : MailDomain.DIFFERS;
    }

    /** Other applications from the same address, or from the same company's mail domain; the newest first. */
    public List<Earlier> earlierApplications(Application application) {
        String mail = application.contact().mailDomain();
        String like = SharedHosts.isFreeMail(mail) ? application.contact().canonicalEmail() : "%@" + mail;
        return jdbc.sql("""
                SELECT * FROM application WHERE LOWER(email) LIKE :like AND id <> :id
                ORDER BY submitted_at DESC FETCH FIRST 10 ROWS ONLY
                """)
                .param("like", like)
                .param("id", application.id().value())
                .query((row, number) -> new Earlier(
                        new ApplicationId(row.getObject("id", UUID.class)),
                        row.getString("company_name"),
                        row.getString("email"),
                        ApplicationState.valueOf(row.getString("state")),
                        row.getTimestamp("submitted_at").toInstant()))
                .list();
    }

    /** Resellers that this one could be mistaken for. */
    public List<SimilarReseller> similarResellers(Application application) {
        String name = plain(application.company().companyName());
        return jdbc
                .sql("SELECT id, company_name FROM reseller WHERE application_id <> :id")
                .param("id", application.id().value())
                .query((row, number) -> new SimilarReseller(
                        new ResellerId(row.getObject("id", UUID.class)), row.getString("company_name")))
                .list()
                .stream()
                .filter(other -> areAlike(name, plain(other.company())))
                .toList();
    }

    private boolean areAlike(String one, String other) {
        return !one.isEmpty() && (one.equals(other) || similarity.apply(one, other) >= ALIKE);
    }

    /** The name without what companies of the same name differ in. */
    private static String plain(String company) {
        String words = NO_LETTER.matcher(company.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return LEGAL_FORM.matcher(words).replaceAll("").replace(" ", "");
    }

    private static @Nullable String host(Application application) {
        String host = SharedHosts.hostOf(application.company().website());
        return host != null && host.startsWith("www.") ? host.substring(4) : host;
    }
}
