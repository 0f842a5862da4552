package io.rocketbots.onboarding.admission.activation;

import io.rocketbots.onboarding.admission.task.TaskDecisions;
import io.rocketbots.onboarding.admission.task.Tasks;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.tenancy.account.AccountState;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.OneTimeTokens;
import io.rocketbots.onboarding.tenancy.account.TokenKind;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mails about accounts say. Their tokens are made when they are sent, and only while they are of use. */
@Configuration(proxyBeanMethods = false)
class AccountMails {

    private final Accounts accounts;
    private final Tasks tasks;
    private final TaskDecisions decisions;
    private final OneTimeTokens tokens;
    private final Clock clock;

    AccountMails(Accounts accounts, Tasks tasks, TaskDecisions decisions, OneTimeTokens tokens, Clock clock) {
        this.accounts = accounts;
        this.tasks = tasks;
        this.decisions = decisions;
        this.tokens = tokens;
        this.clock = clock;
    }

    private record Content(MailTemplate template, Function<QueuedMail, Optional<Map<String, Object>>> words)
            implements MailContent {

        @Override
        public Optional<Map<String, Object>> fields(QueuedMail mail) {
            return words.apply(mail);
        }
    }

    @Bean
    MailContent welcomeMail() {
        return new Content(
                MailTemplate.WELCOME, mail -> activation(mail).map(fields -> with(fields, "message", messageOf(mail))));
    }

    @Bean
    MailContent welcomeExistingAccountMail() {
        return new Content(
                MailTemplate.WELCOME_EXISTING_ACCOUNT, mail -> Optional.of(Map.of("message", messageOf(mail))));
    }

    @Bean
    MailContent activationReminderMail() {
        return new Content(MailTemplate.ACTIVATION_REMINDER, this::activation);
    }

    @Bean
    MailContent activationLinkMail() {
        return new Content(MailTemplate.ACTIVATION_LINK, this::activation);
    }

    @Bean
    MailContent teamAccountMail() {
        return new Content(MailTemplate.TEAM_ACCOUNT, this::activation);
    }

    @Bean
    MailContent passwordResetMail() {
        return new Content(
                MailTemplate.PASSWORD_RESET, mail -> link(mail, AccountState.ACTIVE, TokenKind.RESET, "resetToken"));
    }

    @Bean
    MailContent passwordChangedMail() {
        return new Content(
                MailTemplate.PASSWORD_CHANGED,
                mail -> Optional.of(Map.of("changedAt", Instant.parse(mail.id("changedAt")))));
    }

    @Bean
    MailContent secondFactorSetUpMail() {
        return new Content(MailTemplate.SECOND_FACTOR_SET_UP, mail -> Optional.of(Map.of("at", atOf(mail))));
    }

    @Bean
    MailContent secondFactorTurnedOffMail() {
        return new Content(
                MailTemplate.SECOND_FACTOR_TURNED_OFF,
                mail -> Optional.of(Map.of("at", atOf(mail), "byTeam", Boolean.valueOf(mail.id("byTeam")))));
    }

    @Bean
    MailContent recoveryCodeUsedMail() {
        return new Content(
                MailTemplate.RECOVERY_CODE_USED,
                mail -> Optional.of(Map.of("at", atOf(mail), "codesLeft", Integer.valueOf(mail.id("codesLeft")))));
    }

    private static Instant atOf(QueuedMail mail) {
        return Instant.parse(mail.id("at"));
    }

    private Optional<Map<String, Object>> activation(QueuedMail mail) {
        return link(mail, AccountState.INVITED, TokenKind.ACTIVATION, "activationToken");
    }

    private Optional<Map<String, Object>> link(QueuedMail mail, AccountState wanted, TokenKind kind, String field) {
        if (!(mail.recipient() instanceof Recipient.Account(AccountId id))) {
            throw new IllegalStateException("The mail " + mail.id() + " is for no account.");
        }
        PlatformId platform = mail.platform() == null ? PlatformId.ROCKETBOTS : PlatformId.of(mail.platform());
        return accounts.findById(id)
                .filter(account -> account.state() == wanted)
                .map(account -> Map.of(
                        field,
                        tokens.mint(id, platform, kind),
                        "validUntil",
                        clock.instant().plus(kind.lifetime())));
    }

    /** The reviewer's word to the applicant, given with the approval. */
    private String messageOf(QueuedMail mail) {
        return tasks.findFirstByKindAndBusinessIdOrderByRoundDesc(
                        TaskKind.REVIEW, mail.application().value())
                .flatMap(review -> decisions.findById(review.id()))
                .flatMap(decision -> decision.field("message"))
                .orElse("");
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, String value) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }
}
