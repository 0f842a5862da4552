package io.rocketbots.onboarding.web.security;

import com.google.common.base.Splitter;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.EndSessions;
import io.rocketbots.onboarding.tenancy.platform.Platforms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * The sessions of whoever is signed in, on all hosts that the account signs in on: they see where else they are signed in,
 * and end what they do not know.
 */
@Component
public class OwnSessions {

    private static final String ORIGIN = "device";

    private static final int MOST_SHOWN = 50;

    private final FindByIndexNameSessionRepository<?> sessions;
    private final SessionAccount sessionAccount;
    private final Accounts accounts;
    private final EndSessions endSessions;
    private final Platforms platforms;

    OwnSessions(
            FindByIndexNameSessionRepository<?> sessions,
            SessionAccount sessionAccount,
            Accounts accounts,
            EndSessions endSessions,
            Platforms platforms) {
        this.sessions = sessions;
        this.sessionAccount = sessionAccount;
        this.accounts = accounts;
        this.endSessions = endSessions;
        this.platforms = platforms;
    }

    /**
     * One of them.
     *
     * @param handle names it on pages; the session's own id is as good as a password and is shown to nobody
     * @param device such as "Firefox on Windows"
     * @param network a part of its address
     * @param elsewhere the host, when it is on another one
     * @param present whether it is the one that looks
     */
    public record Line(
            UUID handle,
            String device,
            String network,
            Instant signedInAt,
            Instant lastSeenAt,
            @Nullable String elsewhere,
            boolean present) {}

    /** What a session keeps of where it began. */
    private record Origin(UUID handle, String device, String network) {

        /** A line for each part: plain text, so that another release can read it; what a later one adds comes after them. */
        String text() {
            return handle + "\n" + device + "\n" + network;
        }

        /** Empty when another release wrote it in a way that cannot be read here. */
        static Optional<Origin> of(Session session) {
            List<String> lines = session.getAttribute(ORIGIN) instanceof String text
                    ? Splitter.on('\n').splitToList(text)
                    : List.of();
            try {
                return lines.size() < 3
                        ? Optional.empty()
                        : Optional.of(new Origin(UUID.fromString(lines.get(0)), lines.get(1), lines.get(2)));
            } catch (IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        }
    }

    /** Remembers from where the session began. */
    static void describe(HttpServletRequest request) {
        Device device = Device.of(request);
        request.getSession()
                .setAttribute(ORIGIN, new Origin(UUID.randomUUID(), device.words(), device.network()).text());
    }

    /** Those that count, this one first and then as they were last used; of very many the newest. */
    public List<Line> of(CurrentAccount owner, HttpServletRequest request) {
        String present = presentId(request);
        Account account = accounts.get(owner.id());
        return all(owner).values().stream()
                .flatMap(session -> line(session, account, owner, present).stream())
                .sorted(Comparator.comparing(Line::present)
                        .thenComparing(Line::lastSeenAt)
                        .reversed())
                .limit(MOST_SHOWN)
                .toList();
    }

    /** False when there is no such session any more. */
    public boolean end(CurrentAccount owner, UUID handle) {
        return all(owner).values().stream()
                .filter(session -> Origin.of(session)
                        .filter(origin -> origin.handle().equals(handle))
                        .isPresent())
                .map(session -> endSessions.end(owner.id(), owner.platform().id(), session.getId()))
                .findFirst()
                .orElse(false);
    }

    /** How many there were. */
    public int endOthers(CurrentAccount owner, HttpServletRequest request) {
        return endSessions.endOthers(owner.id(), owner.platform().id(), presentId(request));
    }

    private Map<String, ? extends Session> all(CurrentAccount owner) {
        return sessions.findByPrincipalName(owner.id().value().toString());
    }

    private Optional<Line> line(Session session, Account account, CurrentAccount owner, String present) {
        return Origin.of(session)
                .flatMap(origin -> sessionAccount
                        .in(session, account)
                        .map(signedIn -> new Line(
                                origin.handle(),
                                origin.device(),
                                origin.network(),
                                signedIn.at(),
                                session.getLastAccessedTime(),
                                elsewhere(signedIn, owner),
                                session.getId().equals(present))));
    }

    /** Nothing on a reseller's domain names the supplier. */
    private @Nullable String elsewhere(SignedIn signedIn, CurrentAccount owner) {
        if (signedIn.platform().equals(owner.platform().id())) {
            return null;
        }
        return signedIn.platform().isRocketbots()
                ? "the platform provider"
                : platforms.address(signedIn.platform()).getHost();
    }

    private static String presentId(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? "" : session.getId();
    }
}
