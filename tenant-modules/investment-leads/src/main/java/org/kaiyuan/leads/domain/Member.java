package org.kaiyuan.leads.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Somebody of a lead's team as stored. */
@Embeddable
public record Member(@Column(name = "tenant_id") long tenantId, String username, String name) {}
