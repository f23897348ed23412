package org.kaiyuan.platform.files;

/**
 * How much a zone may store; declared as a bean by whoever knows. Without one it is {@code
 * kaiyuan.files.quota} for every zone.
 */
public interface StorageQuota {
    /** Of the current zone. */
    long bytes();
}
