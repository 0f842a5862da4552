package io.rocketbots.onboarding.web.team;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the tools beside ours are; a link that is not set is not shown.
 *
 * @param operate of Operate, without a slash at its end
 * @param tasklist of Tasklist
 * @param metrics of a dashboard
 */
public record TeamLinks(
        @Nullable URI operate,
        @Nullable URI tasklist,
        @Nullable URI metrics) {

    /** The page of a process instance in Operate; null when Operate is not there or the instance not known. */
    @Nullable
    URI instance(@Nullable Long processInstanceKey) {
        return operate == null || processInstanceKey == null
                ? null
                : URI.create(operate + "/processes/" + processInstanceKey);
    }
}
