package org.kaiyuan.platform.tenancy;

/** A room that stores files says how much of the current tenant it stores; in a transaction of the tenant. */
public interface StorageUse {
    /** Bytes; cheap, because it is asked before every upload: a counter, not a sum over all files. */
    long bytes();
}
