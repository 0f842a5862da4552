package io.rocketbots.onboarding.kernel.mail;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mends a wrong address: everything that could not be delivered to this person goes out again, to the new one. */
@Component
public class CorrectEmailAndResend {

    private final JdbcClient jdbc;
    private final ApplicantAddresses applicants;
    private final AccountAddresses accounts;
    private final ResendMail resend;
    private final Timeline timeline;

    CorrectEmailAndResend(
            JdbcClient jdbc,
            ApplicantAddresses applicants,
            AccountAddresses accounts,
            ResendMail resend,
            Timeline timeline) {
        this.jdbc = jdbc;
        this.applicants = applicants;
        this.accounts = accounts;
        this.resend = resend;
        this.timeline = timeline;
    }

    /**
     * Corrects the address that this mail was refused at.
     *
     * @param email an address whose form has been checked
     * @param actor who corrects it, for the timeline
     * @return how many mails go out again; 0 when this one is not undeliverable any more
     * @throws AddressTaken when somebody else has that address
     */
    @Transactional
    public int correct(UUID mail, String email, String actor) {
        return jdbc.sql("SELECT * FROM mail_message WHERE id = :id AND state = 'UNDELIVERABLE' FOR UPDATE")
                .param("id", mail)
                .query(MailEntry::of)
                .optional()
                .map(entry -> correct(entry, email, actor))
                .orElse(0);
    }

    private int correct(MailEntry mail, String email, String actor) {
        ApplicationId application = mail.application();
        switch (mail.recipient()) {
            case Recipient.Applicant() -> applicants.correct(Objects.requireNonNull(application), email);
            case Recipient.Account(var id) -> accounts.correct(id, email);
            case Recipient.Invitee invitee -> {
                return 0; // Whoever invited invites again, at the right address.
            }
        }
        if (application != null) {
            timeline.tellTeam(
                    application, actor, "Corrected the email address to " + email + " and sent the mail again.");
        }
        List<UUID> refused = samePerson(mail);
        int mails = 0;
        for (UUID one : refused) {
            mails += resend.resend(one) ? 1 : 0;
        }
        return mails;
    }

    /** An applicant is known by the case, an owner of an account by the account. */
    private List<UUID> samePerson(MailEntry mail) {
        String sql = "SELECT id FROM mail_message WHERE state = 'UNDELIVERABLE' AND recipient = :recipient";
        JdbcClient.StatementSpec query = switch (mail.recipient()) {
            case Recipient.Applicant() ->
                jdbc.sql(sql + " AND application_id = :application")
                        .param(
                                "application",
                                Objects.requireNonNull(mail.application()).value());
            case Recipient.Account account -> jdbc.sql(sql);
            case Recipient.Invitee invitee -> jdbc.sql(sql);
        };
        return query.param("recipient", mail.recipient().text())
                .query(UUID.class)
                .list();
    }
}
