#pragma once

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <unistd.h>

namespace crossroads {

/// A certification authority made for one test, with its files in a folder that goes with it.
class test_authority {
public:
    explicit test_authority(std::string const& name = "Test authority")
        : folder_(make_folder()), key_(make_key()), certificate_(make_certificate(name, *key_, 0, 3600))
    {
        add_extension(*certificate_, NID_basic_constraints, "critical,CA:TRUE");
        add_extension(*certificate_, NID_key_usage, "critical,keyCertSign");
        set_issuer(*certificate_);
        sign(*certificate_);
        write(trust_file(), *certificate_);
    }

    ~test_authority() { std::filesystem::remove_all(folder_); }

    test_authority(test_authority const&) = delete;
    test_authority& operator=(test_authority const&) = delete;

    /// The PEM file that makes a client trust this authority.
    std::string trust_file() const { return folder_ / "ca.pem"; }

    struct issued {
        std::string certificate_file;
        std::string key_file;
    };

    /// The authority's own certificate as a server would show it: nobody else has signed it.
    issued own_certificate()
    {
        issued files{folder_ / "own.pem", folder_ / "own.key"};
        write(files.certificate_file, *certificate_);
        write(files.key_file, *key_);
        return files;
    }

    /// A certificate for `subject_alternative_name` ("DNS:localhost,IP:127.0.0.1"), valid between the two
    /// moments, in seconds from now.
    issued issue(std::string const& subject_alternative_name, long valid_from = -3600, long valid_to = 3600)
    {
        issued files{
            folder_ / (std::to_string(++issued_) + ".pem"), folder_ / (std::to_string(issued_) + ".key")};
        auto const key = make_key();
        auto const certificate = make_certificate("Test server", *key, valid_from, valid_to);
        add_extension(*certificate, NID_subject_alt_name, subject_alternative_name);
        set_issuer(*certificate);
        sign(*certificate);
        write(files.certificate_file, *certificate);
        write(files.key_file, *key);
        return files;
    }

private:
    using key_handle = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
    using certificate_handle = std::unique_ptr<X509, decltype(&X509_free)>;
    using file = std::unique_ptr<std::FILE, decltype(&std::fclose)>;

    static std::filesystem::path make_folder()
    {
        auto pattern = (std::filesystem::temp_directory_path() / "crossroads-test-XXXXXX").string();
        if (!::mkdtemp(pattern.data()))
            throw std::runtime_error("no folder for test certificates");
        return pattern;
    }

    static key_handle make_key() { return {EVP_EC_gen("P-256"), &EVP_PKEY_free}; }

    static certificate_handle
    make_certificate(std::string const& name, EVP_PKEY& owner, long valid_from, long valid_to)
    {
        certificate_handle made(X509_new(), &X509_free);
        X509_set_version(made.get(), X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(made.get()), ++serial());
        X509_gmtime_adj(X509_getm_notBefore(made.get()), valid_from);
        X509_gmtime_adj(X509_getm_notAfter(made.get()), valid_to);
        X509_set_pubkey(made.get(), &owner);
        auto const* const bytes = reinterpret_cast<unsigned char const*>(name.c_str());
        X509_NAME_add_entry_by_txt(X509_get_subject_name(made.get()), "CN", MBSTRING_ASC, bytes, -1, -1, 0);
        return made;
    }

    static void add_extension(X509& to, int kind, std::string const& value)
    {
        auto* const extension = X509V3_EXT_conf_nid(nullptr, nullptr, kind, value.c_str());
        X509_add_ext(&to, extension, -1);
        X509_EXTENSION_free(extension);
    }

    void set_issuer(X509& of) const { X509_set_issuer_name(&of, X509_get_subject_name(certificate_.get())); }

    void sign(X509& what) const { X509_sign(&what, key_.get(), EVP_sha256()); }

    static void write(std::string const& path, X509& what)
    {
        file const out(std::fopen(path.c_str(), "w"), &std::fclose);
        PEM_write_X509(out.get(), &what);
    }

    static void write(std::string const& path, EVP_PKEY& what)
    {
        file const out(std::fopen(path.c_str(), "w"), &std::fclose);
        PEM_write_PrivateKey(out.get(), &what, nullptr, nullptr, 0, nullptr, nullptr);
    }

    static long& serial()
    {
        static long last = 0;
        return last;
    }

    std::filesystem::path folder_;
    key_handle key_;
    certificate_handle certificate_;
    int issued_ = 0;
};

}  // namespace crossroads
