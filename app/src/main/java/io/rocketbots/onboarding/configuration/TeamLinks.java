package io.rocketbots.onboarding.configuration;

import io.rocketbots.onboarding.admission.task.Task;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the tools beside ours are; a link that is not set is not shown.
 *
 * @param operate of Operate, without a slash at its end
 * @param tasklist of Tasklist, without a slash at its end
 * @param metrics of a dashboard
 */
public record TeamLinks(
        @Nullable URI operate,
        @Nullable URI tasklist,
        @Nullable URI metrics) {

    /** The page of a process instance in Operate; null when Operate is not there or the instance not known. */
    public @Nullable URI instance(@Nullable Long processInstanceKey) {
        return operate == null || processInstanceKey == null
                ? null
                : URI.create(operate + "/processes/" + processInstanceKey);
    }

    /**
     * That very task in Tasklist; null when Tasklist is not there. Its key is known to the engine alone, so this is the
     * list of open tasks, narrowed to the only one that this instance has at this element.
     */
    public @Nullable URI task(Task task) {
        // Tasklist says taskDefinitionId up to 8.7 and elementId from 8.8 on, and overlooks the other one.
        String element = task.kind().elementId();
        return tasklist == null
                ? null
                : URI.create(tasklist + "?filter=all-open&processInstanceKey=" + task.processInstanceKey()
                        + "&taskDefinitionId=" + element + "&elementId=" + element);
    }
}
