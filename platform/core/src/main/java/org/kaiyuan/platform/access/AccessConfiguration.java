package org.kaiyuan.platform.access;

import java.util.ArrayList;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/** Permissions are checked on the use cases, so a view and the API give the same answer. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class AccessConfiguration {

    /**
     * BCrypt, with its name before each hash so that a stronger one can take over.
     *
     * @param cost 2^cost rounds; tests, which make thousands of accounts, take the least that BCrypt knows
     * @see <a href="../../../../../../../../docs/decisions/0009-access.md">decision 0009</a>
     */
    @Bean
    PasswordEncoder passwordEncoder(@Value("${kaiyuan.passwords.bcrypt-cost:11}") int cost) {
        return new DelegatingPasswordEncoder(
                "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(cost)));
    }

    /** Reactions and jobs carry out what somebody was allowed to order: the system may do everything. */
    @Bean
    static RoleHierarchy theSystemMayDoEverything(ObjectProvider<Permissions> permissions) {
        return authorities -> {
            if (authorities.stream().noneMatch(a -> "ROLE_SYSTEM".equals(a.getAuthority()))) {
                return authorities;
            }
            var reachable = new ArrayList<GrantedAuthority>(authorities);
            reachable.addAll(Permissions.authorities(permissions.getObject().all()));
            return reachable;
        };
    }

    /** What tells a provider's word from a forged one; asked for where {@link ForeignSignIn} asks. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(ForeignSignIn foreign) {
        return foreign.idTokens();
    }

    /** Requests are observed as a whole; a span per security filter costs a third of a short request. */
    @Bean
    static SecurityObservationSettings filtersAreNotObserved() {
        return SecurityObservationSettings.noObservations();
    }
}
