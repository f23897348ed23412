package org.kaiyuan.leads.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A word that people put on a lead. */
@Embeddable
public record Tag(@Column(name = "tenant_id") long tenantId, String tag) {}
