"use server";
import { revalidatePath } from "next/cache";
import { canEver } from "@/lib/people/domain/permissions";
import { action, policy } from "@/lib/platform/action-client";
import { write } from "@/lib/platform/db/access";
import * as categories from "./data/categories";
import * as products from "./data/products";
import {
  activeInput,
  editCategoryInput,
  editProductInput,
  newCategoryInput,
  newProductInput,
  recordInput,
} from "./schema";

const admin = action.use(policy((scope) => canEver(scope, "catalog.manage")));

function revalidate(): void {
  revalidatePath("/settings/products", "layout");
}

export const createProduct = admin
  .inputSchema(newProductInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const id = await write(scope, (tx) => products.insertProduct(tx, parsedInput));
    revalidate();
    return { id };
  });

export const editProduct = admin
  .inputSchema(editProductInput)
  .action(async ({ parsedInput: { id, version, ...changes }, ctx: { scope } }) => {
    await write(scope, (tx) => products.updateProduct(tx, { id, version }, changes));
    revalidate();
  });

/** A product out of use stays in every record and can no longer be chosen. */
export const setProductActive = admin
  .inputSchema(activeInput)
  .action(async ({ parsedInput: { id, active }, ctx: { scope } }) => {
    await write(scope, (tx) => products.setProductActive(tx, id, active));
    revalidate();
  });

/** Only for products no deal and no sale names. */
export const deleteProduct = admin
  .inputSchema(recordInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    await write(scope, (tx) => products.deleteProduct(tx, id));
    revalidate();
  });

export const createCategory = admin
  .inputSchema(newCategoryInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const id = await write(scope, (tx) => categories.insertCategory(tx, parsedInput));
    revalidate();
    return { id };
  });

export const editCategory = admin
  .inputSchema(editCategoryInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    await write(scope, (tx) => categories.updateCategory(tx, parsedInput));
    revalidate();
  });

/** Only for categories without products. */
export const deleteCategory = admin
  .inputSchema(recordInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    await write(scope, (tx) => categories.deleteCategory(tx, id));
    revalidate();
  });
