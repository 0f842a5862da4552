package io.rocketbots.onboarding.deploy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks for what must never be committed: keys and tokens by their form, passwords by the names of settings. */
final class Secrets {

    /**
     * What a secret looks like.
     *
     * @param mark one of these is in each of them; looking for it first is quick
     */
    private record Form(String what, Pattern pattern, List<String> mark) {

        Form(String what, String pattern, String... mark) {
            this(what, Pattern.compile(pattern), List.of(mark));
        }

        boolean mayBeIn(String text) {
            return mark.stream().anyMatch(text::contains);
        }
    }

    private static final List<Form> FORMS = List.of(
            new Form("a private key", "-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----", "PRIVATE KEY"),
            new Form("an access key of AWS", "\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b", "AKIA", "ASIA"),
            new Form(
                    "a token of GitHub",
                    "\\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22})",
                    "ghp_",
                    "gho_",
                    "ghu_",
                    "ghs_",
                    "ghr_",
                    "github_pat_"),
            new Form("a token of GitLab", "\\bglpat-[A-Za-z0-9_-]{20}", "glpat-"),
            new Form(
                    "a key of Google",
                    "\\b(?:AIza[A-Za-z0-9_-]{35}|ya29\\.[A-Za-z0-9_-]{20}|GOCSPX-[A-Za-z0-9_-]{20})",
                    "AIza",
                    "ya29.",
                    "GOCSPX-"),
            new Form(
                    "a token of Slack",
                    "\\bxox[abeoprs]-[A-Za-z0-9-]{10}|hooks\\.slack\\.com/services/T[A-Z0-9]+/B[A-Z0-9]+/",
                    "xox",
                    "hooks.slack.com"),
            new Form("a key of Stripe", "\\b[rs]k_live_[A-Za-z0-9]{16}", "k_live_"),
            new Form("a key of SendGrid", "\\bSG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16}", "SG."),
            new Form("a token of npm", "\\bnpm_[A-Za-z0-9]{36}", "npm_"),
            new Form("a key of our own API", "\\bkey_[A-Za-z0-9_-]{43}\\b", "key_"),
            new Form(
                    "a signed token (JWT)",
                    "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10}",
                    "eyJ"),
            new Form(
                    "a password in an address", "\\b[a-z][a-z0-9+.-]*://[A-Za-z0-9._-]+:[^\\s/:@\"'<>${]{8,}@", "://"));

    private static final Pattern FILE =
            Pattern.compile("(?i)(?:^|/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|\\.env(?:\\.\\w+)?|\\.netrc|\\.pgpass"
                    + "|[^/]*\\.(?:pem|p12|pfx|jks|keystore|key|kdbx))$");

    /** What is read as settings: one name and value a line. */
    private static final Pattern SETTINGS =
            Pattern.compile("(?i)\\.(?:ya?ml|properties|env|example|json|toml|conf|ini|sh|md)$|^deploy/[^.]+$|^\\.ci/");

    private static final Pattern ASSIGNED =
            Pattern.compile("(?i)(?:password|passwd|passphrase|secret|token|api[_-]?key|private[_-]?key|access[_-]?key)"
                    + "[\"'`]?[ \\t]*[:=][ \\t]*(\"[^\"\\n]*\"|'[^'\\n]*'|[^\\s,}]*)");

    /** A variable, a sample that says what to put there, or words of a text. */
    private static final Pattern NO_VALUE = Pattern.compile("[$<(\\[{:*|)].*|\\.{3}|[a-z_]*password|[a-z]{0,7}");

    private Secrets() {}

    /**
     * What is wrong with a file, in a word and with its line.
     *
     * @param path from the root of the repository, with slashes
     * @param known values that are documented and guard nothing
     */
    static List<String> in(String path, String content, Set<String> known) {
        List<String> found = new ArrayList<>();
        if (FILE.matcher(path).find() && !path.endsWith(".env.example")) {
            found.add(path + ": a file of this name holds secrets");
        }
        List<Form> forms = FORMS.stream().filter(form -> form.mayBeIn(content)).toList();
        boolean settings = SETTINGS.matcher(path).find();
        int number = 0;
        for (String line : content.split("\n", -1)) {
            number++;
            for (Form form : forms) {
                if (form.mayBeIn(line) && form.pattern().matcher(line).find()) {
                    found.add(path + ":" + number + ": " + form.what());
                }
            }
            if (settings && setsAPassword(line, known)) {
                found.add(path + ":" + number + ": a password or the like has a value");
            }
        }
        return found;
    }

    private static boolean setsAPassword(String line, Set<String> known) {
        Matcher assigned = ASSIGNED.matcher(line);
        while (assigned.find()) {
            String value = unquoted(assigned.group(1));
            if (!NO_VALUE.matcher(value).matches() && !known.contains(value)) {
                return true;
            }
        }
        return false;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
