package io.rocketbots.onboarding.tenancy.account;

/**
 * Somebody of the team, as whoever runs this has named them.
 *
 * @param roles what they may do; only roles of the team count
 * @param reviewTeams whose mails about tasks they get
 */
public record TeamMember(String email, String name, Roles roles, ReviewTeams reviewTeams) {}
