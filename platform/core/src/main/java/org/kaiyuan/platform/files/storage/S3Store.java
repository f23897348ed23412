package org.kaiyuan.platform.files.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.kaiyuan.platform.tenancy.TenantId;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Files in one bucket of an S3-compatible storage: {@code <prefix><tenant>/<day>/<id>}. */
final class S3Store implements FileStore, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final S3Client s3;
    private final String bucket;
    private final String prefix;

    private S3Store(S3Client s3, String bucket, String prefix) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /** Asks nothing yet: an installation whose storage is away still starts. */
    static S3Store connect(StoreSettings.S3 settings) {
        var client =
                S3Client.builder()
                        .region(Region.of(settings.region()))
                        .forcePathStyle(settings.pathStyle())
                        // not every S3-compatible storage knows the newer checksums; we check our
                        // own
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CONNECT)
                                        .socketTimeout(ANSWER));
        var endpoint = settings.endpoint();
        if (endpoint != null && !endpoint.isBlank()) {
            client.endpointOverride(URI.create(endpoint));
        }
        var accessKey = settings.accessKey();
        var secretKey = settings.secretKey();
        client.credentialsProvider(
                accessKey == null || secretKey == null
                        ? DefaultCredentialsProvider.builder().build()
                        : StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(accessKey, secretKey)));
        return new S3Store(client.build(), settings.bucket(), settings.prefix());
    }

    @Override
    public void put(StorageKey key, Path content) throws IOException {
        try {
            s3.putObject(put -> put.bucket(bucket).key(prefix + key.path()), content);
        } catch (SdkException e) {
            throw new IOException("The storage did not take " + key, e);
        }
    }

    @Override
    public InputStream open(StorageKey key) throws IOException {
        try {
            return s3.getObject(get -> get.bucket(bucket).key(prefix + key.path()));
        } catch (NoSuchKeyException e) {
            throw new FileNotFoundException(key.path());
        } catch (SdkException e) {
            throw new IOException("The storage did not hand out " + key, e);
        }
    }

    @Override
    public void delete(StorageKey key) throws IOException {
        try {
            s3.deleteObject(delete -> delete.bucket(bucket).key(prefix + key.path()));
        } catch (SdkException e) {
            throw new IOException("The storage did not remove " + key, e);
        }
    }

    @Override
    public List<StorageKey> of(TenantId tenant, LocalDate day) throws IOException {
        try {
            return below(StorageKey.folder(tenant, day)).stream()
                    .map(key -> StorageKey.parse(key.substring(prefix.length())))
                    .toList();
        } catch (SdkException e) {
            throw new IOException("The storage did not list " + tenant + " " + day, e);
        }
    }

    @Override
    public long deleteAll(TenantId tenant) throws IOException {
        try {
            var keys = below(tenant + "/");
            keys.forEach(key -> s3.deleteObject(delete -> delete.bucket(bucket).key(key)));
            return keys.size();
        } catch (SdkException e) {
            throw new IOException("The storage did not remove all of " + tenant, e);
        }
    }

    @Override
    public void close() {
        s3.close();
    }

    private List<String> below(String folder) {
        return s3
                .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix + folder))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }
}
