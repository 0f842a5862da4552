package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.persistence.ColumnConverters;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/** How roles and review teams stand in one column each. */
@Configuration
public class AccountColumns {

    @Bean
    public ColumnConverters accountColumnConverters() {
        return new ColumnConverters(
                List.of(new RolesToText(), new TextToRoles(), new TeamsToText(), new TextToTeams()));
    }

    @WritingConverter
    private static final class RolesToText implements Converter<Roles, String> {
        @Override
        public String convert(Roles roles) {
            return roles.stored();
        }
    }

    @ReadingConverter
    private static final class TextToRoles implements Converter<String, Roles> {
        @Override
        public Roles convert(String stored) {
            return Roles.parse(stored);
        }
    }

    @WritingConverter
    private static final class TeamsToText implements Converter<ReviewTeams, String> {
        @Override
        public String convert(ReviewTeams teams) {
            return teams.stored();
        }
    }

    @ReadingConverter
    private static final class TextToTeams implements Converter<String, ReviewTeams> {
        @Override
        public ReviewTeams convert(String stored) {
            return ReviewTeams.parse(stored);
        }
    }
}
