package io.rocketbots.onboarding.web.invitation;

import io.rocketbots.onboarding.customer.invitation.Invitation;
import io.rocketbots.onboarding.customer.invitation.InvitationState;
import io.rocketbots.onboarding.customer.invitation.Invitations;
import io.rocketbots.onboarding.customer.invitation.InviteToSpace;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceRoster;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who is in a Space and who is invited, as somebody in it sees them. */
@Component
class SpaceUsers {

    private final SpaceRoster roster;
    private final Invitations invitations;

    SpaceUsers(SpaceRoster roster, Invitations invitations) {
        this.roster = roster;
        this.invitations = invitations;
    }

    /** Everybody of one Space. */
    public record View(List<Member> members, List<Invited> invited, List<SpaceRole> invitable) {

        public boolean isEmpty() {
            return members.isEmpty() && invited.isEmpty();
        }
    }

    /**
     * One who is in.
     *
     * @param changeable whether the visitor may give them another role
     * @param removable whether the visitor may take them out
     * @param you whether it is the visitor
     */
    public record Member(SpaceRoster.Person person, boolean changeable, boolean removable, boolean you) {}

    /**
     * One who is invited, or was in vain.
     *
     * @param changeable whether the visitor may send it again or take it back
     */
    public record Invited(Invitation invitation, boolean changeable) {

        public String role() {
            return Objects.requireNonNull(invitation.role()).label();
        }
    }

    View seenBy(SpaceVisitor visitor) {
        List<SpaceRoster.Person> people = roster.of(visitor.space().id());
        return new View(
                people.stream().map(person -> member(person, visitor)).toList(),
                invited(visitor, people),
                Arrays.stream(SpaceRole.values())
                        .filter(role -> visitor.role().mayInvite(role))
                        .toList());
    }

    private static Member member(SpaceRoster.Person person, SpaceVisitor visitor) {
        boolean you = person.account().equals(visitor.account());
        boolean below = visitor.role().mayInvite(person.role());
        return new Member(person, below && visitor.role() == SpaceRole.OWNER, below || you, you);
    }

    /** The latest of each address, unless whoever it was for is in or said nothing any more. */
    private List<Invited> invited(SpaceVisitor visitor, List<SpaceRoster.Person> people) {
        Set<String> told = people.stream()
                .map(person -> person.email().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
        return invitations.findBySpaceIdOrderByCreatedAtDesc(visitor.space().id()).stream()
                .filter(invitation -> told.add(invitation.canonicalEmail()))
                .filter(invitation ->
                        invitation.state() != InvitationState.ACCEPTED && invitation.state() != InvitationState.REVOKED)
                .map(invitation -> new Invited(
                        invitation,
                        invitation.state().isPending()
                                && visitor.role().mayInvite(Objects.requireNonNull(invitation.role()))))
                .toList();
    }

    /** What was done, in a sentence or two. */
    static String inWords(InviteToSpace.Result.Done done) {
        List<String> sentences = done.answers().stream()
                .filter(answer -> answer.what() != InviteToSpace.What.INVITED)
                .map(InviteToSpace.Answer::sentence)
                .toList();
        String invited =
                done.invited().stream().map(InviteToSpace.Answer::email).collect(Collectors.joining(", "));
        if (invited.isEmpty()) {
            return String.join(" ", sentences);
        }
        String goesOut = done.prepared() ? " The mail goes out as soon as your platform is live." : "";
        return ("Invited " + invited + "." + goesOut + " " + String.join(" ", sentences)).strip();
    }
}
