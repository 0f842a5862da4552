package io.rocketbots.onboarding.web.space;

import io.rocketbots.onboarding.customer.space.SpaceList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What each Space uses, as a file for spreadsheets (RFC 4180). */
final class UsageCsv {

    private UsageCsv() {}

    static String of(List<SpaceList.Row> spaces, YearMonth month) {
        StringBuilder file = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader("Space", "State", "Users", "Contacts", "Limit", "Month")
                .get();
        try (CSVPrinter lines = new CSVPrinter(file, format)) {
            for (SpaceList.Row space : spaces) {
                lines.printRecord(
                        plain(space.name()),
                        space.state().label(),
                        space.users(),
                        space.contacts(),
                        space.contactLimit(),
                        month);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A string builder takes everything.", e);
        }
        return file.toString();
    }

    /** Spreadsheets compute what begins like a formula, whoever wrote it (OWASP, CSV injection). */
    private static String plain(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
