package io.rocketbots.onboarding.launch.branding;

import io.rocketbots.onboarding.admission.task.SettleDecision;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.launch.branding.Logo.LogoHost;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Saves the Platform Appearance, and tells the process when the brand is complete for the first time. */
@Component
public class SaveAppearance {

    private final Brands brands;
    private final LogoFiles files;
    private final Resellers resellers;
    private final SettleDecision settle;
    private final Outbox outbox;
    private final Timeline timeline;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SaveAppearance(
            Brands brands,
            LogoFiles files,
            Resellers resellers,
            SettleDecision settle,
            Outbox outbox,
            Timeline timeline,
            Clock clock,
            TransactionTemplate transaction) {
        this.brands = brands;
        this.files = files;
        this.resellers = resellers;
        this.settle = settle;
        this.outbox = outbox;
        this.timeline = timeline;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** How it ended. */
    public sealed interface Result {

        /** Saved, and at once in force everywhere. */
        record Saved(boolean completedNow) implements Result {}

        /** Nothing was saved; faults by field name. */
        record Faulty(Map<String, String> faults) implements Result {}

        /** Nothing was saved, for somebody else saved something different since the form was opened. */
        record Overtaken(Brand present) implements Result {}
    }

    /**
     * Saves what was typed.
     *
     * @param from where the new logos were uploaded
     * @param actor who it was, for the timeline
     */
    public Result save(ResellerId reseller, AppearanceDraft draft, LogoHost from, String actor) {
        try {
            return transaction.execute(status -> saveNow(reseller, draft, from, actor));
        } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
            return new Result.Overtaken(brands.of(reseller));
        }
    }

    /** What would be wrong with it, by field name; nothing is saved. */
    public Map<String, String> faults(ResellerId reseller, AppearanceDraft draft) {
        AppearanceRules rules = new AppearanceRules(brands.of(reseller));
        rules.readAll(draft);
        return rules.faults();
    }

    private Result saveNow(ResellerId reseller, AppearanceDraft draft, LogoHost from, String actor) {
        Brand present = brands.of(reseller);
        Instant now = clock.instant();
        AppearanceRules rules = new AppearanceRules(present);
        Appearance appearance = rules.readAll(draft).with(newLogos(present, draft, from, now));
        if (!rules.faults().isEmpty()) {
            return new Result.Faulty(rules.faults());
        }
        Brand dressed = present.dress(appearance, now);
        if (dressed.looksLike(present) && present.version() > 0) {
            return new Result.Saved(false);
        }
        if (draft.version() != present.version()) {
            return new Result.Overtaken(present);
        }
        brands.save(dressed);
        boolean completedNow = present.completedAt() == null && dressed.completedAt() != null;
        if (completedNow) {
            Reseller completed = resellers.get(reseller);
            settle.closeCall(completed.applicationId(), "branding");
            tellTheProcess(completed, actor);
        }
        return new Result.Saved(completedNow);
    }

    private void tellTheProcess(Reseller reseller, String actor) {
        timeline.tellEverybody(reseller.applicationId(), actor, "Completed the branding");
        outbox.put(
                MessageTypes.BRANDING_COMPLETED,
                reseller.applicationId().value(),
                reseller.applicationId().value().toString(),
                new Nothing());
    }

    private Map<LogoKind, Logo> newLogos(Brand present, AppearanceDraft draft, LogoHost from, Instant now) {
        Map<LogoKind, Logo> logos = new EnumMap<>(LogoKind.class);
        draft.uploads().forEach((kind, sha) -> {
            boolean isPresent = present.logo(kind).map(Logo::sha).equals(Optional.of(sha));
            // The one that is there already keeps its address; one that is gone was uploaded days ago.
            if (!isPresent) {
                files.find(present.resellerId(), kind, sha).ifPresent(file -> logos.put(kind, logo(file, from, now)));
            }
        });
        return logos;
    }

    private static Logo logo(LogoFile file, LogoHost from, Instant now) {
        return new Logo(file.sha(), file.type(), file.width(), file.height(), Logo.stored(file.remarks()), from, now);
    }
}
