package io.rocketbots.onboarding.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A reviewer at the task list, without a browser. */
final class Desk {

    private static final Pattern ROW = Pattern.compile("data-task-link href=\"(/team/tasks/[0-9a-f-]{36})\"");

    /** Who has signed in at which application: once is enough. */
    private static final Map<URI, Visitor> REVIEWERS = new ConcurrentHashMap<>();

    private final Visitor reviewer;

    Desk(URI baseUrl) {
        this(REVIEWERS.computeIfAbsent(baseUrl, Visitor::reviewer));
    }

    Desk(Visitor reviewer) {
        this.reviewer = reviewer;
    }

    /** The paths of that company's tasks in a tab of the list. */
    List<String> tasks(String tab, String company) {
        String list = reviewer.open("/team/tasks?view=" + tab + "&q=" + URLEncoder.encode(company, UTF_8));
        assertThat(list).as("the list of somebody who is signed in").contains("/sign-out");
        return ROW.matcher(list)
                .results()
                .map((MatchResult row) -> row.group(1))
                .distinct()
                .toList();
    }

    /** The open task of that company with that title, as soon as it is there. */
    String awaitTask(String company, String title) {
        return Awaitility.await("task \"" + title + "\" of " + company)
                .atMost(Mailbox.PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> tasks("open", company).stream()
                                .filter(task -> reviewer.open(task).contains(title))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until that company has nothing in the tab Open. */
    void awaitNoTask(String company) {
        Awaitility.await("no task of " + company)
                .atMost(Mailbox.PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> tasks("open", company).isEmpty());
    }

    void decide(String task, String decision, String message) {
        reviewer.send(task, task + "/decide", Map.of("decision", decision, "message", message));
    }
}
