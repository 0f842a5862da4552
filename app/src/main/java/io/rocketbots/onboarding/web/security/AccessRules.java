package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Every address there is, where it exists and who may open it; the first that fits the path and the platform counts.
 * What stands in no line is not found, so that a forgotten line hides a page instead of opening it.
 */
final class AccessRules {

    private enum Where {
        EVERYWHERE,
        ROCKETBOTS
    }

    /**
     * One line of the table.
     *
     * @param roles one of them is needed; of no meaning when the address is public
     */
    record Address(PathPattern path, Where where, boolean isPublic, Set<Role> roles) {

        boolean existsOn(Platform platform) {
            return where == Where.EVERYWHERE || platform.isRocketbots();
        }

        boolean isOpenTo(Set<Role> held) {
            return isPublic || roles.stream().anyMatch(held::contains);
        }
    }

    private static final Role[] ANY = Role.values();

    private static final List<Address> TABLE = List.of(
            open(Where.EVERYWHERE, "/"),
            open(Where.EVERYWHERE, "/css/**"),
            open(Where.EVERYWHERE, "/js/**"),
            open(Where.EVERYWHERE, "/img/**"),
            open(Where.EVERYWHERE, "/webjars/bootstrap/**"),
            open(Where.EVERYWHERE, "/webjars/htmx.org/**"),
            closed(Where.ROCKETBOTS, "/webjars/bpmn-js/**", Role.REVIEWER, Role.TEAM_LEAD, Role.OPS),
            open(Where.EVERYWHERE, "/sign-in"),
            open(Where.EVERYWHERE, "/sign-in/code"),
            open(Where.EVERYWHERE, "/sign-in/second-factor"),
            open(Where.EVERYWHERE, "/sign-out"),
            open(Where.EVERYWHERE, "/forgot-password"),
            open(Where.EVERYWHERE, "/reset-password/**"),
            open(Where.EVERYWHERE, "/activate/**"),
            open(Where.EVERYWHERE, "/invitations/**"),
            open(Where.EVERYWHERE, "/guides/**"),
            open(Where.EVERYWHERE, "/dns/**"),
            open(Where.EVERYWHERE, "/brand/**"),
            open(Where.ROCKETBOTS, "/reseller-program/**"),
            open(Where.ROCKETBOTS, "/applications/**"),
            open(Where.ROCKETBOTS, "/local/**"),
            closed(Where.ROCKETBOTS, "/team/ops/**", Role.OPS),
            closed(Where.ROCKETBOTS, "/team/tasks/**", Role.REVIEWER, Role.TEAM_LEAD),
            closed(
                    Where.ROCKETBOTS,
                    "/team/resellers/{id}/{action:suspend|suspension|resume|offboarding}/**",
                    Role.TEAM_LEAD),
            closed(Where.ROCKETBOTS, "/team/applications/{id}/cancel/**", Role.TEAM_LEAD),
            closed(Where.ROCKETBOTS, "/team/**", Role.REVIEWER, Role.TEAM_LEAD, Role.OPS),
            closed(Where.EVERYWHERE, "/reseller/**", Role.RESELLER),
            closed(Where.EVERYWHERE, "/account/**", ANY),
            closed(Where.EVERYWHERE, "/spaces/**", ANY),
            // Opened by keys, each call by its own: see ApiKeyFilter.
            open(Where.EVERYWHERE, "/api/v1/**"),
            open(Where.ROCKETBOTS, "/api/docs"),
            open(Where.ROCKETBOTS, "/api/openapi.json"),
            closed(Where.EVERYWHERE, "/api/docs", Role.RESELLER),
            closed(Where.EVERYWHERE, "/api/openapi.json", Role.RESELLER));

    private AccessRules() {}

    /** The line for that path on that platform; empty when nothing is there. */
    static Optional<Address> of(String path, Platform platform) {
        PathContainer parsed = PathContainer.parsePath(path);
        return TABLE.stream()
                .filter(address -> address.path().matches(parsed))
                .filter(address -> address.existsOn(platform))
                .findFirst();
    }

    private static Address open(Where where, String pattern) {
        return new Address(PathPatternParser.defaultInstance.parse(pattern), where, true, Set.of());
    }

    private static Address closed(Where where, String pattern, Role... roles) {
        return new Address(PathPatternParser.defaultInstance.parse(pattern), where, false, Set.of(roles));
    }
}
