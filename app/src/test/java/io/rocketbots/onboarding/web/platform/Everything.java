package io.rocketbots.onboarding.web.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.customer.contact.WorkOffImports;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.kernel.link.SecretToken;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.People;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Makes resellers that are live, and one that has one of everything that a reseller and its customers can have. */
@TestComponent
class Everything {

    private final MockMvcTester mvc;
    private final People people;
    private final Resellers resellers;
    private final WorkOffImports imports;
    private final JdbcClient jdbc;

    Everything(MockMvcTester mvc, People people, Resellers resellers, WorkOffImports imports, JdbcClient jdbc) {
        this.mvc = mvc;
        this.people = people;
        this.resellers = resellers;
        this.imports = imports;
        this.jdbc = jdbc;
    }

    /** Somebody signed in somewhere. */
    record Person(String host, Optional<Cookie> session) {}

    /** What one reseller has; the words {@code Secret} and {@code secret} stand in all that its people typed. */
    record Owned(Reseller reseller, String domain, Space space, Account member, Account agent) {}

    Reseller live() {
        return resellers.save(people.activeReseller().goLive(Instant.now()));
    }

    Owned ofAReseller() {
        Reseller reseller = live();
        String domain = people.liveDomainOf(reseller);
        Space space = people.activeSpaceOf(reseller);
        Account member = people.active(Role.USER, Role.RESELLER);
        resellers.save(resellers.get(reseller.id()).admit(member.id(), Instant.now()));
        fill(
                reseller,
                space,
                signedIn(domain, people.accountOf(reseller)),
                signedIn(domain, people.memberOf(space, SpaceRole.OWNER)));
        return new Owned(reseller, domain, space, member, people.memberOf(space, SpaceRole.AGENT));
    }

    private void fill(Reseller of, Space in, Person reseller, Person owner) {
        String space = "/spaces/" + in.id().value();
        change(owner, space + "/contacts", Map.of("firstName", "Ada", "lastName", "Secret"));
        change(owner, space + "/settings/users", Map.of("email", "mia@secret.example", "role", "AGENT"));
        MockMultipartFile file = new MockMultipartFile(
                "file", "secret.csv", "text/csv", "first_name,email\n,nobody\n".getBytes(StandardCharsets.UTF_8));
        assertThat(mvc.post()
                        .uri(URI.create("http://" + owner.host() + space + "/contacts/imports"))
                        .multipart()
                        .file(file)
                        .cookie(owner.session().orElseThrow())
                        .with(csrf()))
                .hasStatus(HttpStatus.SEE_OTHER);
        imports.run(() -> true);
        change(reseller, "/reseller/team-members", Map.of("email", "grace@secret.example"));
        change(reseller, "/reseller/api-keys", Map.of("name", "Secret Key", "scopes", "spaces:read"));
        change(reseller, "/reseller/webhooks", Map.of("url", "https://93.184.216.34/secret", "events", "space.active"));
        UUID endpoint = id(
                "SELECT id FROM webhook_endpoint WHERE reseller_id = :of",
                of.id().value());
        change(reseller, "/reseller/webhooks/" + endpoint + "/test", Map.of());
        jdbc.sql("UPDATE webhook_delivery SET state = 'FAILED' WHERE endpoint_id = :id")
                .param("id", endpoint)
                .update();
    }

    /** The id of the one row that a query with a parameter {@code of} finds. */
    UUID id(String query, UUID of) {
        return jdbc.sql(query).param("of", of).query(UUID.class).single();
    }

    /** A token of a link to the invitation, as a mail has it. */
    String invitationToken(UUID invitation) {
        String token = "token-of-" + invitation;
        jdbc.sql("""
                INSERT INTO invitation_token (id, invitation_id, hash, created_at, expires_at)
                VALUES (:id, :invitation, :hash, :now, :expires)
                """)
                .param("id", UUID.randomUUID())
                .param("invitation", invitation)
                .param("hash", new SecretToken(token).hash())
                .param("now", Timestamp.from(Instant.now()))
                .param("expires", Timestamp.from(Instant.now().plus(Duration.ofDays(1))))
                .update();
        return token;
    }

    /** A logo that was uploaded and not saved yet, by its digest; its bytes hold the word, too. */
    String uploadOf(Reseller reseller) {
        String sha = HexFormat.of()
                .formatHex(UUID.randomUUID().toString().substring(0, 32).getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                INSERT INTO logo_file (reseller_id, kind, sha, type, width, height, remarks, content, uploaded_at)
                VALUES (:reseller, 'MAIN', :sha, 'PNG', 10, 10, '', :content, :now)
                """)
                .param("reseller", reseller.id().value())
                .param("sha", sha)
                .param("content", "A Secret Logo".getBytes(StandardCharsets.UTF_8))
                .param("now", Timestamp.from(Instant.now()))
                .update();
        return sha;
    }

    Person signedIn(String host, Account account) {
        MvcTestResult in = mvc.post()
                .uri("http://" + host + "/sign-in")
                .param("email", account.email())
                .param("password", People.PASSWORD)
                .with(csrf())
                .exchange();
        return new Person(
                host, Optional.of(Objects.requireNonNull(in.getResponse().getCookie("session"))));
    }

    private void change(Person by, String path, Map<String, String> fields) {
        var request = mvc.post()
                .uri(URI.create("http://" + by.host() + path))
                .cookie(by.session().orElseThrow())
                .with(csrf());
        fields.forEach(request::param);
        assertThat(request).as(path).hasStatus(HttpStatus.SEE_OTHER);
    }
}
