package io.rocketbots.onboarding.web.account;

import io.rocketbots.onboarding.configuration.TeamSettings;
import io.rocketbots.onboarding.tenancy.account.AppointTeam;
import io.rocketbots.onboarding.tenancy.account.TeamMember;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Appoints the team that the settings name, at each start; the only way in for those who let others in. Local mode has
 * people of its own.
 */
@Component
@Profile("!local")
class TeamAtStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(TeamAtStart.class);

    private final TeamSettings settings;
    private final AppointTeam appointTeam;

    TeamAtStart(TeamSettings settings, AppointTeam appointTeam) {
        this.settings = settings;
        this.appointTeam = appointTeam;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<TeamMember> team = settings.members();
        if (!team.isEmpty()) {
            try {
                appointTeam.appoint(team);
            } catch (DuplicateKeyException | ConcurrencyFailureException otherNode) {
                log.debug("Another node appoints the team at the same moment.", otherNode);
                appointTeam.appoint(team);
            }
        } else if (!appointTeam.isAnybodyThere()) {
            log.warn("Nobody can sign in to review applications: name the team's leads in onboarding.team.leads.");
        }
    }
}
