package io.rocketbots.onboarding.web.submission;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.ProgressLinks;
import io.rocketbots.onboarding.admission.application.Question;
import io.rocketbots.onboarding.admission.application.Questions;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.integration.apikey.CreateApiKey;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.mail.Addressee;
import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.TokenKind;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.team.Casework;
import jakarta.servlet.http.Cookie;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;

/** People and things that one press is about; what a recipe asks for is made then. */
final class Scene {

    private final ApplicationContext context;
    private final MockMvc mvc;
    private final People people;
    private @Nullable Reseller reseller;
    private @Nullable Cookie asReseller;

    Scene(ApplicationContext context) {
        this.context = context;
        this.mvc = context.getBean(MockMvc.class);
        this.people = context.getBean(People.class);
    }

    People people() {
        return people;
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A reseller whose platform is live, with a brand. */
    Reseller reseller() {
        if (reseller == null) {
            Reseller branded = people.brandedReseller();
            reseller = bean(Resellers.class).save(branded.goLive(Instant.now()));
            people.liveDomainOf(reseller);
        }
        return reseller;
    }

    /** One that is still being set up instead. */
    Scene onboarding() {
        reseller = people.brandedReseller();
        return this;
    }

    Cookie asReseller() {
        if (asReseller == null) {
            asReseller = signIn(people.accountOf(reseller()));
        }
        return asReseller;
    }

    Cookie as(Role role) {
        Account account = people.active(role);
        bean(JdbcClient.class)
                .sql("UPDATE account SET review_teams = 'reviewers' WHERE id = :id")
                .param("id", account.id().value())
                .update();
        return signIn(account);
    }

    Cookie signIn(Account account) {
        return signIn("localhost", account);
    }

    Cookie signIn(String host, Account account) {
        Form form = form(host);
        try {
            return Objects.requireNonNull(
                    mvc.perform(Sent.form(null, "/sign-in", "email", account.email(), "password", People.PASSWORD)
                                    .on(host)
                                    .request(form.csrf(), form.token()))
                            .andReturn()
                            .getResponse()
                            .getCookie("session"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a page hands out to its forms. */
    record Form(Cookie csrf, String token) {}

    /** A page that is open in somebody's browser. */
    Form form(String host) {
        try {
            var answer = mvc.perform(MockMvcRequestBuilders.get("http://" + host + "/forgot-password"))
                    .andReturn()
                    .getResponse();
            return new Form(Objects.requireNonNull(answer.getCookie("csrf")), token(answer.getContentAsString()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same page once more, in another tab. */
    Form again(String host, Form form) {
        try {
            String page = mvc.perform(MockMvcRequestBuilders.get("http://" + host + "/forgot-password")
                            .cookie(form.csrf()))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            return new Form(form.csrf(), token(page));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(String page) {
        String before = "name=\"_csrf\" value=\"";
        int start = page.indexOf(before) + before.length();
        return page.substring(start, page.indexOf('"', start));
    }

    /** Something that was sent before, so that there is something to press on. */
    Scene after(Sent sent) {
        Form form = form(sent.host());
        try {
            int status = mvc.perform(sent.request(sent.isForm() ? form.csrf() : null, form.token()))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            if (status >= 400) {
                throw new IllegalStateException(sent.path() + " prepares nothing: " + status);
            }
        } catch (IllegalStateException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** What a query finds about the reseller, {@code :reseller}. */
    String find(String sql) {
        return bean(JdbcClient.class)
                .sql(sql)
                .param("reseller", reseller().id().value())
                .query(String.class)
                .list()
                .getFirst();
    }

    /** The same about {@code :id}. */
    String find(String sql, UUID id) {
        return bean(JdbcClient.class)
                .sql(sql)
                .param("id", id)
                .query(String.class)
                .list()
                .getFirst();
    }

    /** Where the reseller's platform answers. */
    String domain() {
        return find("SELECT name FROM custom_domain WHERE reseller_id = :reseller");
    }

    /** Somebody else of the reseller's team. */
    Account member() {
        Account member = people.active(Role.USER);
        Reseller present = bean(Resellers.class).get(reseller().id());
        reseller = bean(Resellers.class).save(present.admit(member.id(), Instant.now()));
        return bean(Accounts.class).save(bean(Accounts.class).get(member.id()).becomeReseller());
    }

    /** Of the newest invitation into the reseller's team, as it is mailed. */
    String invitationToken() {
        String invitation = find("SELECT id FROM invitation WHERE reseller_id = :reseller AND space_id IS NULL");
        QueuedMail mail = new QueuedMail(
                UUID.randomUUID(),
                MailTemplate.TEAM_INVITATION,
                Recipient.invitee(new InvitationId(UUID.fromString(invitation))),
                new Addressee("", "grace@acme.example"),
                null,
                List.of(new QueuedMail.Occasion(null, Map.of("invitationId", invitation))));
        MailContent content = context.getBeanProvider(MailContent.class).stream()
                .filter(one -> one.template() == MailTemplate.TEAM_INVITATION)
                .findFirst()
                .orElseThrow();
        Map<String, Object> fields = Objects.requireNonNull(bean(TransactionTemplate.class)
                .execute(status -> content.fields(mail).orElseThrow()));
        return String.valueOf(fields.get("invitationToken"));
    }

    void change(String sql) {
        bean(JdbcClient.class)
                .sql(sql)
                .param("reseller", reseller().id().value())
                .update();
    }

    Space space() {
        return people.activeSpaceOf(reseller());
    }

    String key() {
        CreateApiKey.Result made = bean(CreateApiKey.class)
                .create(
                        reseller(),
                        "Billing",
                        EnumSet.allOf(ApiScope.class),
                        reseller().accountId(),
                        "Ada Applicant");
        return ((CreateApiKey.Result.Created) made).secret();
    }

    Application application() {
        return new Casework(context).application();
    }

    Task review() {
        return new Casework(context).review(application());
    }

    /** The page of somebody who is asked something. */
    String asked() {
        Application waiting = bean(Applications.class).save(application().askForInformation(Instant.now()));
        bean(Questions.class)
                .save(Question.ask(waiting.id(), 1, "Who answers at night?", "Rita Reviewer", Instant.now()));
        return bean(ProgressLinks.class).tokenFor(waiting);
    }

    String progress() {
        return bean(ProgressLinks.class).tokenFor(application());
    }

    String link(Account account, TokenKind kind) {
        return people.link(account, PlatformId.ROCKETBOTS, kind);
    }

    UUID parkedMessage() {
        UUID id = UUID.randomUUID();
        bean(JdbcClient.class)
                .sql("""
                INSERT INTO outbox (id, aggregate_id, message_type, correlation_key, payload, created_at,
                    next_attempt_at, parked_at, error)
                VALUES (:id, :id, 'review-decided', :key, '{}', :now, :now, :now, 'refused for a test')
                """)
                .param("id", id)
                .param("key", "key-" + id)
                .param("now", Timestamp.from(Instant.now()))
                .update();
        return id;
    }

    UUID undeliverableMail() {
        UUID id = UUID.randomUUID();
        Application application = application();
        bean(JdbcClient.class)
                .sql("""
                INSERT INTO mail_message (id, purpose, template, application_id, recipient, ids, state, batch_id,
                    created_at, next_attempt_at, sent_to, error)
                VALUES (:id, :purpose, 'application-received', :application, 'applicant', '{}', 'UNDELIVERABLE', :id,
                    :now, :now, :address, 'no such mailbox')
                """)
                .param("id", id)
                .param("purpose", id.toString())
                .param("application", application.id().value())
                .param("now", Timestamp.from(Instant.now()))
                .param("address", application.contact().email())
                .update();
        return id;
    }
}
