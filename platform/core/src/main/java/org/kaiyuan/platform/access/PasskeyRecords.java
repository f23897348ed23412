package org.kaiyuan.platform.access;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Passkeys as Spring wants them, in our own table: Spring's own repositories know nothing of the policies
 * that stand before it. The handle by which an authenticator knows a person is the id of their account.
 */
@Component
class PasskeyRecords implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {
    private static final int MOST = 10;
    private static final int LONGEST_LABEL = 60;

    private final JdbcTemplate jdbc;
    private final CurrentPerson current;
    private final AccessRecords records;
    private final TransactionTemplate transaction;

    PasskeyRecords(
            JdbcTemplate jdbc,
            CurrentPerson current,
            AccessRecords records,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.current = current;
        this.records = records;
        this.transaction = new TransactionTemplate(transactions);
    }

    static AccountId account(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return new AccountId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    static Bytes handle(AccountId account) {
        var id = account.value();
        return new Bytes(
                ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
    }

    @Override
    public void save(CredentialRecord passkey) {
        var account = account(passkey.getUserEntityUserId());
        transaction.executeWithoutResult(open -> {
            iAm(account);
            int updated =
                    jdbc.update(
                            """
                            update access.passkey set signature_count = ?, backed_up = ?, used_at = ?
                            where credential_id = ?\
                            """,
                            passkey.getSignatureCount(),
                            passkey.isBackupState(),
                            Timestamp.from(passkey.getLastUsed()),
                            id(passkey.getCredentialId()));
            if (updated == 0) {
                if (!passkey.getCreated().equals(passkey.getLastUsed())) {
                    // removed while somebody was coming in by it: it does not come back
                    throw new IllegalArgumentException("The passkey has been removed");
                }
                insert(account, passkey);
            }
        });
    }

    private void insert(AccountId account, CredentialRecord passkey) {
        if (findByUserId(passkey.getUserEntityUserId()).size() >= MOST) {
            throw new AccountRefused("access.refusal.passkey.tooMany", MOST);
        }
        var label = passkey.getLabel() == null ? "" : passkey.getLabel().strip();
        records.own(current.signedIn().orElseThrow(), "passkeyMade");
        jdbc.update(
                """
                insert into access.passkey
                    (credential_id, account_id, public_key, attestation, client_data, signature_count, verified,
                     backup_eligible, backed_up, transports, label, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                id(passkey.getCredentialId()),
                account.value(),
                passkey.getPublicKey().getBytes(),
                bytes(passkey.getAttestationObject()),
                bytes(passkey.getAttestationClientDataJSON()),
                passkey.getSignatureCount(),
                passkey.isUvInitialized(),
                passkey.isBackupEligible(),
                passkey.isBackupState(),
                passkey.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .toArray(String[]::new),
                label.isEmpty()
                        ? "Passkey"
                        : label.substring(0, Math.min(LONGEST_LABEL, label.length())),
                Timestamp.from(passkey.getCreated()));
    }

    /** Whoever's it is: it is shown before anybody is known. */
    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        var id = id(credentialId);
        return transaction.execute(open -> {
            jdbc.execute(
                    "SET LOCAL app.passkey = '"
                            + id
                            + "'"); // base64url: nothing that needs quoting
            return jdbc
                    .query(
                            "select * from access.passkey where credential_id = ?",
                            PasskeyRecords::row,
                            id)
                    .stream()
                    .findFirst()
                    .orElse(null);
        });
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        var account = account(handle);
        var found =
                transaction.execute(open -> {
                    iAm(account);
                    return jdbc.query(
                            "select * from access.passkey where account_id = ? order by created_at limit ?",
                            PasskeyRecords::row,
                            account.value(),
                            MOST);
                });
        return found == null ? List.of() : found;
    }

    /** Removed by its owner alone, see {@link Passkeys}. */
    @Override
    public void delete(Bytes credentialId) {
        throw new UnsupportedOperationException("Passkeys are removed on the page of the account");
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return person("id = ?", account(handle).value());
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return person("username = ?", username);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity person) {
        throw new UnsupportedOperationException("Accounts are made by AccountRegistration");
    }

    private @Nullable PublicKeyCredentialUserEntity person(String which, Object value) {
        return jdbc
                .query(
                        "select id, username, display_name from access.account where enabled and "
                                + which,
                        (row, number) ->
                                ImmutablePublicKeyCredentialUserEntity.builder()
                                        .id(handle(new AccountId(row.getObject(1, UUID.class))))
                                        .name(row.getString(2))
                                        .displayName(row.getString(3))
                                        .build(),
                        value)
                .stream()
                .findFirst()
                .orElse(null);
    }

    private static CredentialRecord row(ResultSet row, int number) throws SQLException {
        var usedAt = row.getTimestamp("used_at");
        var createdAt = row.getTimestamp("created_at").toInstant();
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(row.getString("credential_id")))
                .userEntityUserId(handle(new AccountId(row.getObject("account_id", UUID.class))))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("verified"))
                .transports(
                        Arrays.stream((String[]) row.getArray("transports").getArray())
                                .map(AuthenticatorTransport::valueOf)
                                .collect(Collectors.toSet()))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .label(row.getString("label"))
                .created(createdAt)
                .lastUsed(usedAt == null ? createdAt : usedAt.toInstant())
                .build();
    }

    static String id(Bytes credentialId) {
        return credentialId.toBase64UrlString();
    }

    private static byte[] bytes(@Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }

    private void iAm(AccountId account) {
        jdbc.execute("SET LOCAL app.account_id = '" + account.value() + "'");
    }
}
