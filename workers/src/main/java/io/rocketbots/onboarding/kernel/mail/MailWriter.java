package io.rocketbots.onboarding.kernel.mail;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.mail.MailQueue.Claimed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes a queued mail: finds out whom it goes to, what the feature that it is about has to say, and in which brand. Tokens
 * that it minted are committed when it returns.
 */
@Component
class MailWriter {

    private final Map<MailTemplate, MailContent> contents;
    private final ApplicantAddresses applicants;
    private final AccountAddresses accounts;
    private final InviteeAddresses invitees;
    private final MailBrands brands;
    private final MailRendering rendering;
    private final TransactionTemplate transaction;

    MailWriter(
            List<MailContent> contents,
            ApplicantAddresses applicants,
            AccountAddresses accounts,
            InviteeAddresses invitees,
            MailBrands brands,
            MailRendering rendering,
            PlatformTransactionManager transactions) {
        this.contents = contents.stream().collect(Collectors.toMap(MailContent::template, Function.identity()));
        this.applicants = applicants;
        this.accounts = accounts;
        this.invitees = invitees;
        this.brands = brands;
        this.rendering = rendering;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What became of it. */
    sealed interface Result {

        /** It can go out. */
        record Written(OutgoingMail mail, String address) implements Result {}

        /** Nobody misses it. */
        record Needless(String why) implements Result {}
    }

    private record Prepared(Addressee to, @Nullable MailBrand brand, Optional<Map<String, Object>> fields) {}

    /** Throws {@link MailWaits} while what the mail leads to is closed. */
    Result write(Claimed mail) {
        return Objects.requireNonNull(transaction.execute(status -> prepare(mail)))
                .map(prepared -> render(mail, prepared))
                .orElseGet(() -> new Result.Needless("There is nobody to send it to any more."));
    }

    private Result render(Claimed mail, Prepared prepared) {
        Addressee to = prepared.to();
        return prepared.fields()
                .<Result>map(fields -> new Result.Written(
                        rendering.render(mail.batch(), mail.template(), to, prepared.brand(), fields), to.email()))
                .orElseGet(() -> new Result.Needless("There was nothing to say any more."));
    }

    private Optional<Prepared> prepare(Claimed mail) {
        Optional<Addressee> to = switch (mail.recipient()) {
            case Recipient.Applicant() ->
                applicants.of(Objects.requireNonNull(mail.application(), "The mail is about no case."));
            case Recipient.Account(var id) -> mail.template().goodbye() ? accounts.ofOwner(id) : accounts.of(id);
            case Recipient.Invitee(var id) -> invitees.of(id);
        };
        return to.map(person -> {
            MailContent content = contents.get(mail.template());
            if (content == null) {
                throw new IllegalStateException("Nobody knows what to say in the mail "
                        + mail.template().id() + ".");
            }
            ResellerId platform = mail.platform();
            return new Prepared(
                    person,
                    platform == null ? null : brands.of(platform),
                    content.fields(new QueuedMail(
                            mail.batch(), mail.template(), mail.recipient(), person, platform, mail.about())));
        });
    }
}
