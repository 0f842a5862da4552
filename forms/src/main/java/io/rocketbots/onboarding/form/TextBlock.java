package io.rocketbots.onboarding.form;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph, heading or list of a form's text. Of the Markdown that Tasklist shows, it knows these, bold words and
 * links; anything else is shown as it was written. A link leads to http(s), mail or a path of this host, nowhere else.
 */
final class TextBlock {

    /** A longer text, which an expression may have made of what people typed, is shown as it is. */
    private static final int LONGEST = 10_000;

    private static final Pattern BLANK_LINES = Pattern.compile("\\n\\s*\\n");
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.+)");
    private static final Pattern MARKED =
            Pattern.compile("\\*\\*(?P<bold>.+?)\\*\\*|\\[(?P<link>[^]]+)]\\((?P<to>[^)\\s]+)\\)");
    private static final Pattern SAFE_LINK = Pattern.compile("(?:https?://|mailto:|/$|/[^/\\\\]).*");

    private TextBlock() {}

    /** A block as the template writes it; only lists have more than one item. */
    public record Block(String tag, List<List<Run>> items) {}

    /** Words of one kind. */
    public record Run(String text, boolean bold, @Nullable String href) {}

    static List<Block> read(String text) {
        if (text.length() > LONGEST) {
            return List.of(new Block("p", List.of(List.of(new Run(text, false, null)))));
        }
        List<Block> blocks = new ArrayList<>();
        for (String block : Arrays.stream(BLANK_LINES.split(text.strip()))
                .map(String::strip)
                .toList()) {
            Matcher heading = HEADING.matcher(block);
            if (heading.matches()) {
                blocks.add(new Block("h3", List.of(runs(heading.group(1)))));
            } else if (block.lines().allMatch(line -> line.startsWith("- "))) {
                blocks.add(new Block(
                        "ul", block.lines().map(line -> runs(line.substring(2))).toList()));
            } else {
                blocks.add(new Block("p", List.of(runs(block))));
            }
        }
        return blocks;
    }

    private static List<Run> runs(String line) {
        List<Run> runs = new ArrayList<>();
        Matcher marked = MARKED.matcher(line);
        int done = 0;
        while (marked.find()) {
            plain(runs, line.substring(done, marked.start()));
            String bold = marked.group("bold");
            String link = marked.group("link");
            String to = marked.group("to");
            if (bold != null) {
                runs.add(new Run(bold, true, null));
            } else if (link != null && to != null && SAFE_LINK.matcher(to).matches()) {
                runs.add(new Run(link, false, to));
            } else {
                plain(runs, marked.group());
            }
            done = marked.end();
        }
        plain(runs, line.substring(done));
        return runs;
    }

    private static void plain(List<Run> runs, String text) {
        if (!text.isEmpty()) {
            runs.add(new Run(text, false, null));
        }
    }
}
