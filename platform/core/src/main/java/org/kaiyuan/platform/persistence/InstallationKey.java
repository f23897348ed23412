package org.kaiyuan.platform.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The key with which this installation encrypts what the database must not tell (AES-256-GCM), and signs
 * what somebody who owns the database must not be able to make (HMAC-SHA-256).
 *
 * <p>{@code kaiyuan.secret-key} (base64, 32 bytes) where several nodes share a database; else made at
 * the first start in the data folder, readable by its owner only. There is no default.
 */
@Component
public class InstallationKey {
    private static final int NONCE_BYTES = 12;
    private final SecretKey key;

    InstallationKey(Environment environment) {
        var configured = environment.getProperty("kaiyuan.secret-key");
        var bytes =
                configured == null
                        ? kept(Path.of(environment.getProperty("kaiyuan.data", ".kaiyuan")))
                        : Base64.getDecoder().decode(configured);
        if (bytes.length != 32) {
            throw new IllegalStateException("kaiyuan.secret-key must be 32 bytes in base64");
        }
        key = new SecretKeySpec(bytes, "AES");
    }

    public byte[] encrypt(byte[] plain) {
        try {
            var nonce = random(NONCE_BYTES);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
            var secret = cipher.doFinal(plain);
            return ByteBuffer.allocate(nonce.length + secret.length).put(nonce).put(secret).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException when it was encrypted with another key */
    public byte[] decrypt(byte[] encrypted) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, encrypted, 0, NONCE_BYTES));
            return cipher.doFinal(encrypted, NONCE_BYTES, encrypted.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The database was encrypted with another installation key; restore installation.key or kaiyuan.secret-key",
                    e);
        }
    }

    /**
     * A signature that only this installation can make.
     *
     * @param purpose such as {@code audit.seal}: what is signed for one is worth nothing for another
     */
    public byte[] sign(String purpose, byte[] content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            var ofPurpose = mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
            mac.init(new SecretKeySpec(ofPurpose, "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] kept(Path folder) {
        var file = folder.resolve("installation.key");
        try {
            Files.createDirectories(folder);
            try {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Base64.getEncoder().encodeToString(random(32)));
            } catch (FileAlreadyExistsException there) {
                // made at an earlier start
            }
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] random(int count) {
        var bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
