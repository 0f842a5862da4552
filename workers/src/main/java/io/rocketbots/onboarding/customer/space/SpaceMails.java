package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mails about Spaces say. */
@Configuration
class SpaceMails {

    private final Spaces spaces;
    private final SpaceMembers members;

    SpaceMails(Spaces spaces, SpaceMembers members) {
        this.spaces = spaces;
        this.members = members;
    }

    /** Of no use once somebody owns it, or while it is closed. */
    @Bean
    MailContent spaceWithoutOwner() {
        return MailContent.of(
                MailTemplate.SPACE_WITHOUT_OWNER,
                mail -> spaces.findById(spaceIn(mail))
                        .filter(Space::isActive)
                        .filter(space -> members.countBySpaceIdAndRole(space.id(), SpaceRole.OWNER) == 0)
                        .map(space -> Map.<String, Object>of("space", space.name())));
    }

    private static SpaceId spaceIn(QueuedMail mail) {
        return new SpaceId(UUID.fromString(mail.id("spaceId")));
    }
}
