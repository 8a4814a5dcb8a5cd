package dev.candor.access.internal.openid;

import dev.candor.access.Role;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a provider's claims are read. The provider itself is configured as {@code
 * spring.security.oauth2.client.*}.
 *
 * @param rolesClaim where the roles are: a claim's name, or a path into one ({@code
 *     realm_access.roles})
 * @param desksClaim where the codes of the desks are, likewise
 * @param roles what the provider calls a role; whatever is called as here needs no entry
 * @param desks what the provider calls a desk, likewise
 * @param apiAudience whom a bearer token must be meant for; never the client's id, or a token that
 *     says who signed in would open the API
 * @param zone of those who name none ({@code zoneinfo})
 * @param seenWithin how long somebody who does not sign in is counted on for tasks and mail
 */
@ConfigurationProperties("candor.access.openid")
record OpenIdSettings(
    @DefaultValue("roles") String rolesClaim,
    @DefaultValue("desks") String desksClaim,
    @DefaultValue Map<String, Role> roles,
    @DefaultValue Map<String, String> desks,
    @DefaultValue("candor-api") String apiAudience,
    @DefaultValue("UTC") ZoneId zone,
    @DefaultValue("90d") Duration seenWithin) {}
