package io.rocketbots.onboarding.lifecycle.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.application.ApplicantContact;
import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.Company;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestRepositories;
import io.rocketbots.onboarding.launch.branding.LogoFiles;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnEachDatabase
class ResellerExportJdbcTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final AnnotationConfigApplicationContext context;
    private final Reseller reseller;
    private final Account owner;

    ResellerExportJdbcTest(TestDatabase database) {
        context = database.with(clock, TestRepositories.class, LogoFiles.class, ResellerExport.class);
        context.refresh();
        owner = the(Accounts.class)
                .save(Account.invite(
                                PlatformId.ROCKETBOTS,
                                "ada@acme.example",
                                "Ada Applicant",
                                Roles.of(Role.RESELLER),
                                clock.instant())
                        .activate("the hash of a password"));
        Application application = the(Applications.class)
                .save(Application.submit(
                        new Company("Acme Chat", "https://acme.example", "DE", 20, "Chat for shops"),
                        new ApplicantContact("Ada Applicant", "ada@acme.example"),
                        clock.instant(),
                        Duration.ofDays(3)));
        reseller = the(Resellers.class)
                .save(Reseller.create(application.id(), owner.id(), "Acme Chat", "label", clock.instant()));
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void holdsEveryContactOfEverySpaceOnceThoughTheyAreMoreThanAPage() throws IOException {
        Space shop = space("Shop");
        Space empty = space("Empty");
        contacts(shop, 2500);

        Map<String, String> files = export();

        JsonNode contacts =
                JsonMapper.shared().readTree(files.get("contacts/" + shop.id().value() + ".json"));
        assertThat(contacts.valueStream().map(contact -> contact.get("email").asString()))
                .hasSize(2500)
                .doesNotHaveDuplicates();
        assertThat(contacts.get(0).propertyNames())
                .containsExactly("id", "first_name", "last_name", "email", "phone", "created_at");
        assertThat(JsonMapper.shared()
                        .readTree(files.get("contacts/" + empty.id().value() + ".json")))
                .isEmpty();
    }

    @Test
    void saysWhatBelongsToTheResellerAndNothingOfOthersAndNoSecret() throws IOException {
        space("Shop");

        Map<String, String> files = export();

        assertThat(files)
                .containsKeys(
                        "company.json",
                        "people.json",
                        "appearance.json",
                        "domains.json",
                        "domain-checks.json",
                        "spaces.json",
                        "members.json",
                        "invitations.json",
                        "history.json");
        assertThat(files.get("company.json"))
                .contains("\"offer\":\"Chat for shops\"", "\"submitted_at\":\"2026-03-02T08:00:00Z\"");
        assertThat(files.get("people.json")).contains("\"owner\":true");
        assertThat(files.get("spaces.json")).contains("\"name\":\"Shop\"");
        assertThat(String.join("", files.values())).doesNotContain("the hash of a password", "Of another platform");
    }

    private Space space(String name) {
        the(Spaces.class).save(request(PlatformId.ROCKETBOTS, "Of another platform " + name));
        return the(Spaces.class).save(request(PlatformId.of(reseller.id()), name));
    }

    private Space request(PlatformId platform, String name) {
        return Space.request(platform, name, "en", null, SpaceState.REQUESTED, owner.id(), clock.instant())
                .activate(clock.instant());
    }

    /** Every second has the sort key of its neighbour, so that pages end between equal ones, too. */
    private void contacts(Space space, int count) {
        for (int i = 0; i < count; i++) {
            the(JdbcClient.class)
                    .sql("""
                            INSERT INTO contact (id, version, space_id, first_name, last_name, email, phone, sort_key,
                                identity, created_at)
                            VALUES (:id, 0, :space, 'Carla', 'Customer', :email, '', :key, :email, :at)
                            """)
                    .param("id", UUID.randomUUID())
                    .param("space", space.id().value())
                    .param("email", "c" + i + "@customer.example")
                    .param("key", new byte[] {(byte) (i / 700)})
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
        }
    }

    private Map<String, String> export() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        the(ResellerExport.class).write(reseller, out);
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private <T> T the(Class<T> bean) {
        return context.getBean(bean);
    }
}
