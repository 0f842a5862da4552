package io.rocketbots.onboarding.web.api;

import io.rocketbots.onboarding.customer.space.SpaceDraft;
import io.rocketbots.onboarding.customer.space.SpaceList;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.web.problem.ApiProblem;
import io.rocketbots.onboarding.web.problem.ProblemType;
import io.rocketbots.onboarding.web.security.ApiCaller;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the Spaces of a caller's platform as the API answers them. */
@Component
class SpaceAnswers {

    private final SpaceList list;

    SpaceAnswers(SpaceList list) {
        this.list = list;
    }

    /**
     * One Space.
     *
     * @param primaryLanguage a BCP 47 tag
     * @param state waiting-for-domain, requested, active, suspended, cancelled or rejected
     * @param refusal why it was rejected
     */
    record SpaceAnswer(
            UUID id,
            String name,
            String primaryLanguage,
            int users,
            int contacts,
            @Nullable Integer contactLimit,
            String state,
            @Nullable String refusal,
            @Nullable Instant cancelledAt) {

        private static SpaceAnswer of(SpaceList.Row row) {
            return new SpaceAnswer(
                    row.id().value(),
                    row.name(),
                    row.primaryLanguage(),
                    row.users(),
                    row.contacts(),
                    row.contactLimit(),
                    Words.of(row.state()),
                    row.refusal(),
                    row.cancelledAt());
        }
    }

    /** The Space as it stands now. */
    SpaceAnswer of(SpaceId id, ApiCaller caller) {
        return list.find(platformOf(caller), id)
                .map(SpaceAnswer::of)
                .orElseThrow(() -> ApiProblem.of(ProblemType.NOT_FOUND));
    }

    /** So many Spaces at most, in the order they were asked for, beginning after that one. */
    List<SpaceAnswer> after(@Nullable SpaceId after, int most, ApiCaller caller) {
        return list.after(platformOf(caller), after, most).stream()
                .map(SpaceAnswer::of)
                .toList();
    }

    /** Says what is wrong in the words of the API: the form calls the limit by another name. */
    static ApiProblem faulty(Map<String, String> faults) {
        Map<String, String> named = new LinkedHashMap<>();
        faults.forEach(
                (field, fault) -> named.put(field.equals(SpaceDraft.MAXIMUM_CONTACTS) ? "contactLimit" : field, fault));
        return ApiProblem.ofFields(named);
    }

    private static PlatformId platformOf(ApiCaller caller) {
        return PlatformId.of(caller.reseller().id());
    }
}
