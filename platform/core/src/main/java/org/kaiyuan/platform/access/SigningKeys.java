package org.kaiyuan.platform.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import org.kaiyuan.platform.persistence.InstallationKey;
import org.kaiyuan.platform.persistence.UuidV7;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The key that tokens are signed with: made once, kept encrypted in the database, shared by all nodes. */
@Component
class SigningKeys {
    private final JdbcTemplate jdbc;
    private final InstallationKey installation;

    SigningKeys(JdbcTemplate jdbc, InstallationKey installation) {
        this.jdbc = jdbc;
        this.installation = installation;
    }

    JWKSource<SecurityContext> source() {
        var stored = stored();
        if (stored.isEmpty()) {
            store(generated());
            stored = stored(); // another node may have been quicker: then its key is the one
        }
        return new ImmutableJWKSet<>(new JWKSet(stored.getFirst()));
    }

    private List<RSAKey> stored() {
        return jdbc.query(
                "select private_key from access.signing_key where retired_at is null",
                (row, number) ->
                        parsed(
                                new String(
                                        installation.decrypt(row.getBytes(1)),
                                        StandardCharsets.UTF_8)));
    }

    private void store(RSAKey key) {
        jdbc.update(
                "insert into access.signing_key (kid, public_jwk, private_key) values (?, ?, ?) on conflict do nothing",
                key.getKeyID(),
                key.toPublicJWK().toJSONString(),
                installation.encrypt(key.toJSONString().getBytes(StandardCharsets.UTF_8)));
    }

    private static RSAKey generated() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(UuidV7.next().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey parsed(String json) {
        try {
            return RSAKey.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
