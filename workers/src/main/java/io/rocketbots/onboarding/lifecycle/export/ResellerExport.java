package io.rocketbots.onboarding.lifecycle.export;

import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.launch.branding.Brand;
import io.rocketbots.onboarding.launch.branding.Brands;
import io.rocketbots.onboarding.launch.branding.LogoFile;
import io.rocketbots.onboarding.launch.branding.LogoFiles;
import io.rocketbots.onboarding.launch.branding.LogoKind;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * Writes all that belongs to a reseller as a zip of JSON files: company, appearance with logos, domains with their
 * checks, Spaces with members, invitations and contacts, and the history. Never a password, a token or a hash of one.
 * Nothing is kept in memory but one page of rows, however much there is; what changes meanwhile may be in it or not.
 */
@Component
public class ResellerExport {

    private static final int PAGE = 1000;

    private final JdbcClient jdbc;
    private final Brands brands;
    private final LogoFiles logos;
    private final Spaces spaces;
    private final ObjectMapper json;

    ResellerExport(JdbcClient jdbc, Brands brands, LogoFiles logos, Spaces spaces, ObjectMapper json) {
        this.jdbc = jdbc;
        this.brands = brands;
        this.logos = logos;
        this.spaces = spaces;
        this.json = json;
    }

    public void write(Reseller reseller, OutputStream out) throws IOException {
        ExportZip zip = new ExportZip(out, json);
        company(zip, reseller);
        appearance(zip, reseller.id());
        domains(zip, reseller.id());
        platform(zip, reseller);
        contacts(zip, reseller.id());
        zip.finish();
    }

    private void company(ExportZip zip, Reseller reseller) throws IOException {
        zip.rows("company.json", rows("""
                SELECT r.id, a.company_name, a.website, a.country, a.expected_spaces,
                    CAST(a.offer AS varchar(100000)) AS offer, a.contact_name, a.email, a.consented_at, a.submitted_at,
                    r.state, r.created_at, r.live_at, r.contact_person, r.contact_email, r.contact_link, r.contact_note
                FROM reseller r JOIN application a ON a.id = r.application_id WHERE r.id = :id
                """, reseller.id()));
        zip.rows("people.json", rows("""
                SELECT a.id, a.name, a.email, m.joined_at, CASE WHEN r.account_id = a.id THEN TRUE ELSE FALSE END AS owner
                FROM reseller_member m JOIN reseller r ON r.id = m.reseller JOIN account a ON a.id = m.account_id
                WHERE m.reseller = :id ORDER BY m.joined_at
                """, reseller.id()));
        zip.rows(
                "history.json",
                jdbc.sql("""
                        SELECT at, CASE WHEN actor = 'Rocketbots' THEN 'The platform provider' ELSE actor END AS actor,
                            text
                        FROM timeline_entry WHERE application_id = :id AND shown_to_applicant = TRUE ORDER BY seq
                        """)
                        .param("id", reseller.applicationId().value())
                        .query()
                        .listOfRows());
    }

    private void appearance(ExportZip zip, ResellerId reseller) throws IOException {
        zip.rows("appearance.json", rows("""
                SELECT brand_name, theme_color, support_email, support_link, completed_at, changed_at
                FROM brand WHERE reseller_id = :id
                """, reseller));
        Brand brand = brands.of(reseller);
        for (LogoKind kind : LogoKind.values()) {
            @Nullable
            LogoFile file = brand.logo(kind)
                    .flatMap(logo -> logos.find(reseller, kind, logo.sha()))
                    .orElse(null);
            if (file != null) {
                String ending = file.type().name().toLowerCase(Locale.ROOT);
                zip.file("logos/" + kind.path() + "." + ending, file.content());
            }
        }
    }

    private void domains(ExportZip zip, ResellerId reseller) throws IOException {
        zip.rows("domains.json", rows("""
                SELECT id, name, target, state, requested_at, live_at, released_at
                FROM custom_domain WHERE reseller_id = :id ORDER BY requested_at
                """, reseller));
        zip.pages("domain-checks.json", last -> page("""
                SELECT c.seq, d.name AS domain, c.at, c.asked, c.answered, c.next_check_at
                FROM domain_check c JOIN custom_domain d ON d.id = c.domain_id
                WHERE d.reseller_id = :id AND c.seq > :after ORDER BY c.seq FETCH FIRST :most ROWS ONLY
                """, reseller, last));
    }

    private void platform(ExportZip zip, Reseller reseller) throws IOException {
        zip.rows("spaces.json", rows("""
                SELECT id, name, primary_language, contact_limit, contacts, state, created_at, activated_at, cancelled_at
                FROM space WHERE platform_id = :id ORDER BY name_lower, id
                """, reseller.id()));
        zip.rows("members.json", rows("""
                SELECT s.name AS space, a.name, a.email, m.role, m.joined_at
                FROM space_member m JOIN space s ON s.id = m.space_id JOIN account a ON a.id = m.account_id
                WHERE s.platform_id = :id ORDER BY s.name_lower, m.joined_at
                """, reseller.id()));
        zip.rows("invitations.json", rows("""
                SELECT i.kind, s.name AS space, i.email, i.role, i.state, i.created_at, i.sent_at, i.expires_at, i.settled_at
                FROM invitation i LEFT JOIN space s ON s.id = i.space_id
                WHERE i.platform_id = :id OR i.reseller_id = :id ORDER BY i.created_at, i.id
                """, reseller.id()));
    }

    private void contacts(ExportZip zip, ResellerId reseller) throws IOException {
        for (Space space : spaces.findByPlatformIdOrderByName(PlatformId.of(reseller))) {
            if (space.state() != SpaceState.DELETED) {
                zip.pages("contacts/" + space.id().value() + ".json", last -> contacts(space, last));
            }
        }
    }

    /** Along the index by which the contacts are listed. */
    private List<Map<String, Object>> contacts(Space space, @Nullable Map<String, Object> last) {
        JdbcClient.StatementSpec query = jdbc.sql("""
                SELECT id, first_name, last_name, email, phone, created_at, sort_key FROM contact
                WHERE space_id = :space %s ORDER BY sort_key, id FETCH FIRST :most ROWS ONLY
                """.formatted(
                        last == null ? "" : "AND sort_key >= :key AND (sort_key > :key OR id > CAST(:last AS uuid))"))
                .param("space", space.id().value())
                .param("most", PAGE);
        if (last != null) {
            query = query.param("key", last.get("sort_key")).param("last", last.get("id"));
        }
        return query.query().listOfRows();
    }

    private List<Map<String, Object>> rows(String sql, ResellerId reseller) {
        return jdbc.sql(sql).param("id", reseller.value()).query().listOfRows();
    }

    private List<Map<String, Object>> page(String sql, ResellerId reseller, @Nullable Map<String, Object> last) {
        return jdbc.sql(sql)
                .param("id", reseller.value())
                .param("after", last == null ? Long.MIN_VALUE : last.get("seq"))
                .param("most", PAGE)
                .query()
                .listOfRows();
    }
}
