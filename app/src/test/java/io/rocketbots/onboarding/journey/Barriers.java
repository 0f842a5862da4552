package io.rocketbots.onboarding.journey;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What would keep people from using a page: serious findings of axe-core, and having to scroll sideways. axe-core is run
 * by the browser's tools, not by the page, so the page's policy stays in force.
 */
final class Barriers {

    private static final int DESKTOP = 1280;
    private static final int PHONE = 360;
    private static final String PAGE = ":root";
    private static final String POPOVER = ":popover-open";
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    /** What is in order is not told, which is most of it. */
    private static final AxeRunOptions VIOLATIONS = new AxeRunOptions();

    static {
        VIOLATIONS.setResultTypes(List.of("violations"));
    }

    private Barriers() {}

    /** The findings on that page at the widths of a desktop and of a phone, each in one line. */
    static List<String> on(Page page, String path) {
        page.navigate(path);
        return here(page);
    }

    /** The same on a page that no address leads to, such as the answer to a form. */
    static List<String> here(Page page) {
        return Stream.of(DESKTOP, PHONE)
                .flatMap(width -> at(width, page, page.url() + " " + page.title(), PAGE, new AxeBuilder(page)))
                .toList();
    }

    /**
     * The same in the popover that is open, since what lies dimmed behind it cannot be used. It scrolls by itself and
     * never widens the page.
     */
    static List<String> inPopover(Page page, String name) {
        return Stream.of(DESKTOP, PHONE)
                .flatMap(width -> at(width, page, name, POPOVER, new AxeBuilder(page).include(POPOVER)))
                .toList();
    }

    private static Stream<String> at(int width, Page page, String path, String box, AxeBuilder axe) {
        page.setViewportSize(width, 800);
        int beyond = (Integer) page.locator(box).evaluate("box => box.scrollWidth - box.clientWidth");
        Stream<String> tooWide = beyond > 0
                ? Stream.of("%s at %d needs %d more to the side".formatted(path, width, beyond))
                : Stream.empty();
        Stream<String> found = axe.options(VIOLATIONS).setLegacyMode(true).analyze().getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .map(rule -> "%s at %d: %s".formatted(path, width, inWords(rule)));
        return Stream.concat(tooWide, found);
    }

    private static String inWords(Rule rule) {
        return rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> node.getTarget().toString())
                        .toList();
    }
}
