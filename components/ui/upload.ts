"use client"

import { type FormState } from "@/lib/platform/refusal"

/** What an upload route answers to `Accept: application/json`; others get a 303. */
export type UploadAnswer = Exclude<FormState, { status: "idle" }> & { to?: string }

/** Sends a form with its files and tells how far it is, from 0 to 1. Rejects when the connection is lost. */
export function upload(address: string, data: FormData, progress: (part: number) => void): Promise<UploadAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open("POST", address)
    request.setRequestHeader("Accept", "application/json")
    request.upload.onprogress = (event) => progress(event.lengthComputable ? event.loaded / event.total : 0)
    request.onerror = () => reject(new Error("connection lost"))
    request.onload = () => {
      try {
        resolve(JSON.parse(request.responseText))
      } catch (error) {
        reject(error)
      }
    }
    request.send(data)
  })
}

/** The names of the fields that hold a file above the limit, in bytes. */
export function tooLarge(data: FormData, limit: number): string[] {
  return [...data.entries()].flatMap(([name, value]) => (value instanceof File && value.size > limit ? [name] : []))
}
