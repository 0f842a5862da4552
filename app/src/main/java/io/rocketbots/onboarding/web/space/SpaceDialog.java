package io.rocketbots.onboarding.web.space;

import io.rocketbots.onboarding.customer.space.EditContactLimit;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceDraft;
import io.rocketbots.onboarding.customer.space.SpaceLanguage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dialog about Spaces, with what was typed into it.
 *
 * @param form its template
 * @param title its heading
 * @param action where it is sent
 * @param space the one it is about; null for a new one
 * @param typed what the fields hold
 * @param confirmation the name typed once more
 * @param seenLimit the limit of contacts that the reader saw, so that no other change of it is overwritten unseen
 * @param faults a sentence by field name
 * @param refusal why it cannot be done at all; null when it can
 */
public record SpaceDialog(
        String form,
        String title,
        String action,
        @Nullable Space space,
        SpaceDraft typed,
        String confirmation,
        String seenLimit,
        Map<String, String> faults,
        @Nullable String refusal) {

    /** Not a field of its own, but what became of the limit meanwhile. */
    private static final String OVERTAKEN = "overtaken";

    private static final SpaceDraft NEW = new SpaceDraft("", "en", false, "");

    static SpaceDialog add() {
        return new SpaceDialog("add", "Add Space", "/reseller/spaces", null, NEW, "", "", Map.of(), null);
    }

    static SpaceDialog limit(Space space) {
        Integer limit = space.contactLimit();
        return about(space, "limit", "Edit Contact Limit")
                .typed(new SpaceDraft("", "", limit != null, limit == null ? "" : limit.toString()))
                .seen(EditContactLimit.written(space));
    }

    static SpaceDialog suspend(Space space) {
        return about(space, "suspend", "Suspend Space");
    }

    static SpaceDialog resume(Space space) {
        return about(space, "resume", "Resume Space");
    }

    static SpaceDialog cancel(Space space) {
        return about(space, "cancel", "Cancel Space");
    }

    static SpaceDialog restore(Space space) {
        return about(space, "restore", "Restore Space");
    }

    private static SpaceDialog about(Space space, String form, String title) {
        String action = "/reseller/spaces/" + space.id().value() + "/" + form;
        return new SpaceDialog(form, title, action, space, NEW, "", "", Map.of(), null);
    }

    SpaceDialog typed(SpaceDraft draft) {
        return new SpaceDialog(form, title, action, space, draft, confirmation, seenLimit, faults, refusal);
    }

    SpaceDialog confirmedBy(String name) {
        return new SpaceDialog(form, title, action, space, typed, name, seenLimit, faults, refusal);
    }

    SpaceDialog seen(String limit) {
        return new SpaceDialog(form, title, action, space, typed, confirmation, limit, faults, refusal);
    }

    /** Somebody else was faster: the reader decides again, having seen what it is now. */
    SpaceDialog overtakenBy(Space present) {
        String limit = EditContactLimit.written(present);
        String now = limit.isEmpty() ? "there is no limit now" : "the limit is " + limit + " now";
        return seen(limit)
                .faulty(Map.of(
                        OVERTAKEN, "Somebody else has changed it meanwhile: " + now + ". Save again to set yours."));
    }

    SpaceDialog faulty(Map<String, String> found) {
        return new SpaceDialog(form, title, action, space, typed, confirmation, seenLimit, found, refusal);
    }

    SpaceDialog refused(String why) {
        return new SpaceDialog(form, title, action, space, typed, confirmation, seenLimit, faults, why);
    }

    /** The sentence about that field; null when there is none. */
    public @Nullable String fault(String field) {
        return faults.get(field);
    }

    public List<SpaceLanguage> oftenChosen() {
        return SpaceLanguage.oftenChosen();
    }

    /** All but those, so that none is there twice. */
    public List<SpaceLanguage> otherLanguages() {
        List<SpaceLanguage> often = SpaceLanguage.oftenChosen();
        return SpaceLanguage.all().stream()
                .filter(language -> !often.contains(language))
                .toList();
    }

    /** Whether one of the list is chosen. */
    public boolean knowsLanguage() {
        return SpaceLanguage.find(typed.primaryLanguage()).isPresent();
    }

    /** "30 days", or "30 minutes" where time runs faster. */
    static String inWords(Duration time) {
        return time.toDays() > 0 ? time.toDays() + " days" : time.toMinutes() + " minutes";
    }
}
